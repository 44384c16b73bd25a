import { type PropProblem, PropsError } from '../../errors';
import { backendName, ConnectionLimit, type IngressOptions } from '../../haproxy';
import type { InterlokLoad } from '../props';
import type { ExposedPort, RoutedPort } from '../traffic';

/** Requests per pod, where neither the workflows nor the user limit them, cannot be told. */
const EXPECTED = 'the requests that one pod can run at once: the workflows behind the port do not tell';

/** What is asked about one backend of HAProxy, and how much of it makes one pod. */
export interface LoadSignal {
  /** The label `proxy` of its metrics. */
  readonly backend: string;
  /** Running and waiting requests that are one pod's share. */
  readonly requestsPerPod: number;
}

/** What {@link loadSignals} looks at. */
export interface LoadSource {
  readonly load: InterlokLoad;
  readonly options: Pick<IngressOptions, 'connectionsPerPod'>;
  /** @default - the chart has none */
  readonly namespace?: string;
  /** The name of the Service. */
  readonly service: string;
  readonly ports: readonly ExposedPort[];
  /** Empty when there is nothing to route to. */
  readonly routedPorts: readonly RoutedPort[];
}

/**
 * The signal of each port that requests are routed to: the busiest one decides.
 * @throws PropsError - where HAProxy has no backend, or it cannot be told what one pod can run at once
 */
export function loadSignals(subject: string, source: LoadSource): readonly LoadSignal[] {
  const { load, namespace, service, ports, routedPorts } = source;
  const problems: PropProblem[] = [];
  const wrong = (field: string, value: unknown, expected: string): void =>
    void problems.push({ field, value, expected });
  if (routedPorts.length === 0)
    wrong(
      'autoscaling.load',
      load,
      'an adapter with HTTP consumers, for it is their requests that count; autoscaling.cpu needs none',
    );
  if (namespace === undefined)
    wrong('autoscaling.load', load, 'a chart with a namespace, after which HAProxy names what it measures');
  const signals = routedPorts.flatMap((routed): LoadSignal[] => {
    const atOnce = requestsAtOnce(routed, source);
    if (atOnce === undefined) wrong('autoscaling.load.requestsPerPod', undefined, `${EXPECTED} ${routed.number}`);
    const port = ports.find(({ number }) => number === routed.number);
    if (atOnce === undefined || port === undefined || namespace === undefined) return [];
    return [{ backend: backendName(namespace, service, port.name), requestsPerPod: atOnce * (load.target ?? 0.7) }];
  });
  if (problems.length > 0) throw new PropsError(subject, problems);
  return signals;
}

function requestsAtOnce({ concurrencyPerPod }: RoutedPort, { load, options }: LoadSource): number | undefined {
  if (load.requestsPerPod !== undefined) return load.requestsPerPod;
  const { kind, connections } = options.connectionsPerPod ?? ConnectionLimit.derived();
  if (kind !== 'fixed' || connections === undefined) return concurrencyPerPod;
  return Math.min(connections, concurrencyPerPod ?? Infinity);
}
