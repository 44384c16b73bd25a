import type { Adapter } from '../../interlok';
import { type ExposedPort, isReachable } from './ports';

/** Where the pods answer with the adapter's own metrics. */
export interface MetricsPort {
  /** The name of the container's port. */
  readonly name: string;
  readonly number: number;
  readonly path: string;
  /** Whether the port is one that the Service offers anyway, so that everybody may come in by it. */
  readonly offered: boolean;
}

/**
 * The port of the metrics, with a name of its own where the Service does not offer it.
 * @returns undefined when the adapter serves none, or to itself alone
 */
export function metricsPort({ metrics, listeners }: Adapter, ports: readonly ExposedPort[]): MetricsPort | undefined {
  if (metrics === undefined) return undefined;
  const offered = ports.find(({ number }) => number === metrics.port);
  if (offered !== undefined) return { ...metrics, name: offered.name, number: metrics.port, offered: true };
  const listener = listeners.find(({ port }) => port === metrics.port);
  if (listener === undefined || !isReachable(listener)) return undefined;
  return { ...metrics, name: 'metrics', number: metrics.port, offered: false };
}
