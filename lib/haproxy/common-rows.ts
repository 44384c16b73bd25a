import type { Duration } from 'cdk8s';
import type { HaproxyBackend } from './haproxy-backend';
import type { IngressOptions } from './ingress-options';
import type { OptionTable, RowContext } from './option-table';
import { ConnectionLimit, type Hsts, LoadBalancing, type Retries } from './options';

/** Rows that are the same in every dialect. */
export const commonRows = {
  // These four are fields of the Ingress and the choice of the dialect: the constructs apply them.
  dialect: () => undefined,
  ingressClassName: () => undefined,
  hosts: () => undefined,
  paths: () => undefined,
  // Read where a snippet is asked for.
  configSnippets: () => undefined,

  tls: (tls, { draft }) => {
    if (tls?.issuerName !== undefined) draft.onIngressInFull(`cert-manager.io/${tls.kind}`, tls.issuerName);
  },

  slowStart: (time, { draft }) => {
    if (time !== undefined) draft.server('slowstart', 'slowStart', `${time.toMilliseconds()}ms`);
  },

  annotations: (annotations, { draft }) => {
    draft.userAnnotations('ingress', annotations?.ingress ?? {});
    draft.userAnnotations('service', annotations?.service ?? {});
  },

  backendSnippet: (lines, { draft }) => draft.lines('user', 'backendSnippet', ...(lines ?? []).map((l) => l.trim())),
} satisfies Partial<OptionTable>;

/** HAProxy's lines for retries; with none given, the defaults. */
export function retryLines({ attempts = 3, redispatch = true, on }: Retries): readonly string[] {
  if (attempts === 0) return ['no option redispatch', 'retries 0'];
  // The 1 redispatches at the first retry; without it HAProxy waits for the last, up to three seconds later.
  return [
    redispatch ? 'option redispatch 1' : 'no option redispatch',
    `retries ${attempts}`,
    ...(on === undefined ? [] : [`retry-on ${on.join(' ')}`]),
  ];
}

/**
 * HAProxy's name of the balancing algorithm.
 * @param limited whether a limit of connections can be written
 */
export function algorithm(value: LoadBalancing | undefined, context: RowContext, limited = true): string {
  const { draft, options, backend } = context;
  if (value?.algorithm === 'first' && (!limited || connectionLimit(options, backend) === undefined))
    draft.problem(
      'loadBalancing',
      value.algorithm,
      'connectionsPerPod: ConnectionLimit.of(…) beside it, for without a limit the first pod gets every request; or another algorithm',
    );
  return (value ?? LoadBalancing.leastConnections()).toString();
}

/** The limit of connections per pod, or undefined for none. */
export function connectionLimit(options: IngressOptions, backend: HaproxyBackend): number | undefined {
  return (options.connectionsPerPod ?? ConnectionLimit.derived()).resolve(backend);
}

/**
 * How long a request waits for a free pod, in HAProxy's form, or undefined to leave it to the controller.
 *
 * Without a limit a request would wait inside the pod, until the server timeout. With one it waits in HAProxy, where
 * both controllers give up after 5 s: hence the server timeout, by default their 50 s.
 */
export function queueTime(
  options: IngressOptions,
  backend: HaproxyBackend,
  format: (duration: Duration) => string,
): string | undefined {
  const { queue, server } = options.timeouts ?? {};
  if (queue !== undefined) return format(queue);
  if (connectionLimit(options, backend) === undefined) return undefined;
  return server === undefined ? '50s' : format(server);
}

/** The value of the header Strict-Transport-Security. */
export function hstsValue({ maxAge, includeSubdomains = false, preload = false }: Hsts): string {
  return [
    `max-age=${maxAge?.toSeconds() ?? YEAR_SECONDS}`,
    ...(includeSubdomains ? ['includeSubDomains'] : []),
    ...(preload ? ['preload'] : []),
  ].join('; ');
}

export const YEAR_SECONDS = 31_536_000;
