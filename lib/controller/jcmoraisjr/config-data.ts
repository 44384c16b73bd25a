import { frontendLines } from '../frontend-lines';
import { haproxyTime } from '../haproxy-time';
import type { ControllerSettings } from '../settings';
import { timeoutData, type TimeoutKeys, timeoutOwners } from '../timeout-data';
import { HAPROXY_METRICS } from './ports';

const TIMEOUTS: TimeoutKeys = {
  connect: 'timeout-connect',
  client: 'timeout-client',
  server: 'timeout-server',
  httpRequest: 'timeout-http-request',
  httpKeepAlive: 'timeout-keep-alive',
  queue: 'timeout-queue',
  tunnel: 'timeout-tunnel',
};

/** Keys that props write, each with the prop. */
export const JCMORAISJR_OWNED_KEYS: Readonly<Record<string, string>> = {
  'max-connections': 'maxConnections',
  'timeout-stop': 'hardStopAfter',
  'config-backend': 'backendSnippet',
  'config-frontend': 'frontendSnippet',
  'syslog-endpoint': 'accessLog',
  'syslog-format': 'accessLog',
  'prometheus-port': 'metrics',
  ...timeoutOwners(TIMEOUTS),
};

/** What HAProxy does without being told. */
const HAPROXY_RETRIES = 3;

/**
 * The ConfigMap of the jcmoraisjr controller, which must exist before it starts. Redispatch is on without a word here.
 * @see https://github.com/jcmoraisjr/haproxy-ingress/blob/v0.16.1/docs/content/en/docs/configuration/keys.md
 */
export function jcmoraisjrConfigData(settings: ControllerSettings): Record<string, string> {
  const snippet = backendSnippet(settings);
  return {
    'max-connections': String(settings.maxConnections),
    'timeout-stop': haproxyTime(settings.hardStopAfter),
    ...(snippet === '' ? {} : { 'config-backend': snippet }),
    'config-frontend': frontendLines(settings),
    ...(settings.accessLog ? { 'syslog-endpoint': 'stdout', 'syslog-format': 'raw' } : {}),
    ...(settings.metrics === false ? {} : { 'prometheus-port': String(HAPROXY_METRICS.number) }),
    ...timeoutData(TIMEOUTS, settings.timeouts),
    ...settings.config,
  };
}

function backendSnippet({ retries, backendSnippet: lines }: ControllerSettings): string {
  return [...(retries === HAPROXY_RETRIES ? [] : [`retries ${retries}`]), ...lines].join('\n');
}
