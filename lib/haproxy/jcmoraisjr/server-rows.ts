import { algorithm, connectionLimit, queueTime, retryLines } from '../common-rows';
import type { OptionTable } from '../option-table';
import { HttpVersion } from '../options';
import { haproxyTime } from '../time';
import { checkRow } from './check-row';

const TIMEOUT_KEYS = [
  ['connect', 'timeout-connect'],
  ['server', 'timeout-server'],
  ['serverFin', 'timeout-server-fin'],
  ['tunnel', 'timeout-tunnel'],
  ['httpRequest', 'timeout-http-request'],
  ['keepAlive', 'timeout-keep-alive'],
] as const;

/** Rows about the pods and how requests get to them. */
export const serverRows = {
  loadBalancing: (value, context) => context.draft.onService('balance-algorithm', algorithm(value, context)),

  healthCheck: checkRow,

  timeouts: (timeouts = {}, { draft, options, backend }) => {
    for (const [option, key] of TIMEOUT_KEYS) {
      const time = timeouts[option];
      if (time !== undefined) draft.onService(key, haproxyTime(time));
    }
    const queue = queueTime(options, backend, haproxyTime);
    if (queue !== undefined) draft.onService('timeout-queue', queue);
  },

  // The controller's own defaults redispatch.
  retries: (retries, { draft }) => {
    if (retries !== undefined) draft.lines('retries', 'retries', ...retryLines(retries));
  },

  connectionsPerPod: (_limit, { draft, options, backend }) => {
    const connections = connectionLimit(options, backend);
    if (connections !== undefined) draft.onService('maxconn-server', connections);
  },

  // The number of slots is a multiple of the increment, and six of them are free after each reload.
  serverSlots: (slots, { draft }) => {
    if (slots !== undefined) draft.onService('backend-server-slots-increment', slots);
  },

  affinity: (affinity, { draft }) => {
    if (affinity === undefined) return;
    draft.onService('affinity', 'cookie');
    draft.onService('session-cookie-name', affinity.cookieName);
    draft.onService('session-cookie-strategy', 'insert');
    draft.onService('session-cookie-keywords', 'indirect nocache httponly');
    draft.onService('session-cookie-dynamic', affinity.dynamic ?? true);
    if (affinity.shared === true) draft.onService('session-cookie-shared', true);
    if (affinity.crossSite === true) draft.onService('session-cookie-same-site', true);
  },

  backendProtocol: (version, { draft, backend }) => {
    const secure = backend.protocol === 'https' ? '-ssl' : '';
    if (version !== undefined || secure !== '')
      draft.onService('backend-protocol', (version === HttpVersion.HTTP_2 ? 'h2' : 'h1') + secure);
  },

  backendTls: (tls, { draft, backend }) => {
    if (tls === undefined) return;
    if (backend.protocol === 'http') draft.problem('backendTls', tls, 'nothing, for the listener is plain http');
    if (tls.caSecretName !== undefined) draft.onService('secure-verify-ca-secret', tls.caSecretName);
    if (tls.clientSecretName !== undefined) draft.onService('secure-crt-secret', tls.clientSecretName);
    if (tls.serverName === undefined) return;
    draft.onService('secure-sni', tls.serverName);
    if (tls.caSecretName !== undefined) draft.onService('secure-verify-hostname', tls.serverName);
  },

  proxyProtocol: (version, { draft }) => {
    if (version !== undefined) draft.onService('proxy-protocol', version);
  },
} satisfies Partial<OptionTable>;
