import { type Finding, finding, type Rule } from '../../../findings';
import type { BootstrapProperties } from '../../files';
import type { Reading } from '../../reading';
import type { RuleCheck } from '../rule-check';

const jmxWithoutAuthentication: Rule = {
  id: 'jmx-without-authentication',
  severity: 'warning',
  what: '`jmxserviceurl` opens a JMXMP port without user name and password.',
  why: 'It listens on every interface, whatever host the URL names, and whoever reaches it controls the adapter.',
  since: 'all',
  fix: 'Take `jmx` out of `managementComponents` or `jmxserviceurl` out of the file; or set `jmxserviceurl.jmxmp.username` and `.password`, or bind the host alone with `jmxserviceurl.env.jmx.remote.server.address.wildcard=false`.',
};

const uiDefaultLogin: Rule = {
  id: 'ui-default-login',
  severity: 'warning',
  what: 'The management Jetty deploys the web UI of the stock image.',
  why: 'Its first login is admin with the password admin, and it needs memory and a place to write.',
  since: 'all',
  fix: 'Take `jetty` out of `managementComponents`, let `jetty.deploy.monitoredPath` name an empty directory, or change the password in each pod.',
};

/** Rules about what a pod offers to strangers. */
export const securityRules: readonly RuleCheck[] = [
  { rule: jmxWithoutAuthentication, check: checkJmx },
  { rule: uiDefaultLogin, check: checkUi },
];

function checkJmx({ adapter, bootstrap }: Reading): Finding[] {
  if (isOfImage(bootstrap)) return [];
  const given = (key: string): boolean => (bootstrap.getIgnoringCase(key)?.value.trim() ?? '') !== '';
  if (given('jmxserviceurl.jmxmp.username') && given('jmxserviceurl.jmxmp.password')) return [];
  const wildcard = bootstrap.getIgnoringCase('jmxserviceurl.env.jmx.remote.server.address.wildcard')?.value.trim();
  return adapter.listeners
    .filter(({ protocol, host }) => protocol === 'jmx' && !(wildcard === 'false' && isLoopback(host)))
    .map((listener) =>
      finding(jmxWithoutAuthentication, listener, {
        message: `JMX listens on port ${listener.port} of every interface without authentication`,
        hint: 'set jmxserviceurl.jmxmp.username and .password, or take jmxserviceurl out',
      }),
    );
}

/** Whether the file is that of the published images, which an image of one's own need not have. */
function isOfImage({ properties }: BootstrapProperties): boolean {
  return !properties.isOnDisk && properties.entries.length > 0;
}

function isLoopback(host: string | undefined): boolean {
  return host !== undefined && /^(localhost|127\.|::1$|\[::1])/.test(host);
}

function checkUi({ adapter, bootstrap }: Reading): Finding[] {
  if (!adapter.ui || isOfImage(bootstrap) || bootstrap.startingWith('interlok.ui.admin.new.db.password').length > 0)
    return [];
  const jetty = bootstrap.managementComponents.find(({ name }) => name === 'jetty');
  return [
    finding(uiDefaultLogin, jetty?.at ?? adapter, {
      message: 'the management Jetty deploys the web UI, whose first login is admin/admin',
      hint: "take 'jetty' out of managementComponents, or change the password",
    }),
  ];
}
