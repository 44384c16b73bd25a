import type { BootstrapProperties } from '../files';
import { parseInteger } from '../java';
import { componentName, portsOfComponent } from '../releases';
import type { ListenerSite } from './listener-site';
import type { ManagementJetty } from './management-jetty';
import { readPort } from './port-value';
import type { ConsumerSite } from './routes';

/** The sockets that management components open, in their order. */
export function managementListeners(
  bootstrap: BootstrapProperties,
  jetty: ManagementJetty | undefined,
  consumers: readonly ConsumerSite[],
): readonly ListenerSite[] {
  const embedded = consumers.filter((consumer) => consumer.embedded);
  const times = new Map<string, number>();
  return bootstrap.managementComponents.flatMap(({ name, at }): readonly ListenerSite[] => {
    const component = componentName(name);
    const before = times.get(component) ?? 0;
    times.set(component, before + 1);
    if (before > 1) return []; // the second is in the way of the first already
    if (component === 'jetty') return jettyListeners(jetty, embedded);
    if (component === 'jmx') return jmxListener(bootstrap);
    return portsOfComponent(component).map(({ protocol, key, port }) => {
      const set = key === undefined ? undefined : bootstrap.get(key);
      const value =
        set === undefined ? { text: String(port), at, port } : readPort(set.value.trim(), set.valueAt, parseInteger);
      return { protocol, component, port: value, consumers: [] };
    });
  });
}

/** Consumers are given to the first connector that speaks plain HTTP, though all of them reach the same servlets. */
function jettyListeners(
  jetty: ManagementJetty | undefined,
  consumers: readonly ConsumerSite[],
): readonly ListenerSite[] {
  const connectors = jetty?.connectors ?? [];
  const main = connectors.find(({ protocol }) => protocol === 'http') ?? connectors[0];
  return connectors.map((connector) => ({
    ...connector,
    component: 'jetty',
    consumers: connector === main ? consumers : [],
  }));
}

/**
 * The JMXMP server, which listens on every interface whatever host its URL names, unless told otherwise.
 * @see adaptris/interlok-docs:docs/pages/user-guide/adapter-bootstrap.md
 */
function jmxListener(bootstrap: BootstrapProperties): readonly ListenerSite[] {
  const url = bootstrap.getIgnoringCase('jmxserviceurl');
  const match = /^service:jmx:jmxmp:\/\/(\[[^\]]*\]|[^:/]*):([^/;]*)/i.exec(url?.value.trim() ?? '');
  if (url === undefined || match === null) return [];
  const [, host = '', port = ''] = match;
  const named = bootstrap.get('jmxserviceurl.env.jmx.remote.server.address.wildcard')?.value.trim() === 'false';
  return [
    {
      protocol: 'jmx',
      component: 'jmx',
      port: readPort(port, url.valueAt, parseInteger),
      ...(named && host !== '' ? { host } : {}),
      consumers: [],
    },
  ];
}
