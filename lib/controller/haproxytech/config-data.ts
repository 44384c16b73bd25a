import { frontendLines } from '../frontend-lines';
import { haproxyTime } from '../haproxy-time';
import type { ControllerSettings } from '../settings';
import { timeoutData, type TimeoutKeys, timeoutOwners } from '../timeout-data';

const TIMEOUTS: TimeoutKeys = {
  connect: 'timeout-connect',
  client: 'timeout-client',
  server: 'timeout-server',
  httpRequest: 'timeout-http-request',
  httpKeepAlive: 'timeout-http-keep-alive',
  queue: 'timeout-queue',
  tunnel: 'timeout-tunnel',
};

/** Keys that props write, each with the prop. */
export const HAPROXYTECH_OWNED_KEYS: Readonly<Record<string, string>> = {
  maxconn: 'maxConnections',
  'hard-stop-after': 'hardStopAfter',
  'ssl-redirect-port': 'httpsRedirectPort',
  'backend-config-snippet': 'backendSnippet',
  'frontend-config-snippet': 'frontendSnippet',
  'syslog-server': 'accessLog',
  ...timeoutOwners(TIMEOUTS),
};

/**
 * The ConfigMap of the haproxytech controller.
 * @see https://github.com/haproxytech/kubernetes-ingress/blob/v3.2.11/documentation/doc.yaml
 */
export function haproxytechConfigData(settings: ControllerSettings): Record<string, string> {
  return {
    maxconn: String(settings.maxConnections),
    'hard-stop-after': haproxyTime(settings.hardStopAfter),
    // The port of the address that a browser is sent to; built in is 8443, where no client reaches anything.
    'ssl-redirect-port': String(settings.httpsRedirectPort),
    'backend-config-snippet': backendSnippet(settings),
    'frontend-config-snippet': frontendLines(settings),
    ...(settings.accessLog ? { 'syslog-server': 'address:stdout, format: raw, facility: daemon' } : {}),
    ...timeoutData(TIMEOUTS, settings.timeouts),
    ...settings.config,
  };
}

/**
 * `1` moves a request to another pod at the first retry; without the number HAProxy waits up to three seconds first.
 * The controller itself writes neither of the two lines since 3.2.0.
 * @see https://github.com/haproxytech/kubernetes-ingress/issues/825
 */
function backendSnippet({ redispatch, retries, backendSnippet: lines }: ControllerSettings): string {
  return [...(redispatch ? ['option redispatch 1'] : []), `retries ${retries}`, ...lines].join('\n');
}
