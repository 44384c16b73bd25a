import { algorithm, connectionLimit, queueTime, retryLines } from '../common-rows';
import type { OptionTable } from '../option-table';
import { HttpVersion } from '../options';
import { haproxyTime } from '../time';
import { checkRow } from './check-row';

const DEFAULT_SLOTS = 42;

/** Rows about the pods and how requests get to them. */
export const serverRows = {
  loadBalancing: (value, context) =>
    context.draft.onService('load-balance', algorithm(value, context, context.options.configSnippets)),

  healthCheck: checkRow,

  timeouts: (timeouts = {}, { draft, options, backend }) => {
    if (timeouts.server !== undefined) draft.onService('timeout-server', haproxyTime(timeouts.server));
    const snippet = (name: string, option: 'connect' | 'serverFin' | 'tunnel'): void => {
      const time = timeouts[option];
      if (time !== undefined) draft.lines('timeouts', `timeouts.${option}`, `timeout ${name} ${haproxyTime(time)}`);
    };
    snippet('connect', 'connect');
    snippet('server-fin', 'serverFin');
    snippet('tunnel', 'tunnel');
    const queue = queueTime(options, backend, haproxyTime);
    if (queue !== undefined)
      draft.lines('timeouts', timeouts.queue === undefined ? undefined : 'timeouts.queue', `timeout queue ${queue}`);
    for (const [option, key] of [
      ['httpRequest', 'timeout-http-request'],
      ['keepAlive', 'timeout-http-keep-alive'],
    ] as const)
      if (timeouts[option] !== undefined)
        draft.problem(
          `timeouts.${option}`,
          haproxyTime(timeouts[option]),
          `nothing, for haproxytech has it for the whole controller only: set ${key} in the controller's ConfigMap`,
        );
  },

  retries: (retries, { draft }) =>
    draft.lines('retries', retries === undefined ? undefined : 'retries', ...retryLines(retries ?? {})),

  // Not pod-maxconn: the controller divides it by the number of its pods, in whole numbers, so that 1 becomes 0 with
  // two of them, which HAProxy takes as unlimited.
  connectionsPerPod: (limit, { draft, options, backend }) => {
    const connections = connectionLimit(options, backend);
    if (connections !== undefined)
      draft.server('maxconn', limit === undefined ? undefined : 'connectionsPerPod', connections);
  },

  serverSlots: (slots, { draft, backend }) => {
    const needed = slots ?? 2 * backend.replicas;
    if (slots !== undefined || needed > DEFAULT_SLOTS) draft.onService('scale-server-slots', needed);
  },

  affinity: (affinity, { draft }) => {
    if (affinity === undefined) return;
    const name = affinity.dynamic === false ? 'cookie-persistence-no-dynamic' : 'cookie-persistence';
    draft.onService(name, affinity.cookieName);
    for (const option of ['shared', 'crossSite'] as const)
      if (affinity[option] === true)
        draft.problem(
          `affinity.${option}`,
          true,
          'nothing, for haproxytech cannot set it; leave affinity out and write the cookie line in backendSnippet',
        );
  },

  // To an https listener the controller offers h2 and http/1.1; h1 takes that offer back.
  backendProtocol: (version, { draft, backend }) => {
    if (backend.protocol === 'https') draft.onService('server-ssl', true);
    if (version !== undefined) draft.onService('server-proto', version === HttpVersion.HTTP_2 ? 'h2' : 'h1');
  },

  backendTls: (tls, { draft, backend }) => {
    if (tls === undefined) return;
    if (backend.protocol === 'http') draft.problem('backendTls', tls, 'nothing, for the listener is plain http');
    if (tls.caSecretName !== undefined) draft.onService('server-ca', tls.caSecretName);
    if (tls.clientSecretName !== undefined) draft.onService('server-crt', tls.clientSecretName);
    if (tls.serverName === undefined) return;
    draft.server('sni', 'backendTls.serverName', `str(${tls.serverName})`);
    draft.server('check-sni', 'backendTls.serverName', tls.serverName);
    if (tls.caSecretName !== undefined) draft.server('verifyhost', 'backendTls.serverName', tls.serverName);
  },

  proxyProtocol: (version, { draft }) => {
    if (version !== undefined) draft.onService('send-proxy-protocol', `proxy-${version}`);
  },
} satisfies Partial<OptionTable>;
