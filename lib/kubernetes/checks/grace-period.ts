import type { Finding, Located } from '../../findings/finding';
import { finding } from '../../findings/make-finding';
import type { Adapter } from '../../interlok/adapter';
import { formatRelease, isSince } from '../../interlok/release';
import { gracePeriodTooShort } from '../rules';

/** How long a pod of an adapter may take to end. */
export interface ShutdownTimes {
  /** From the end of the preStop delay until Interlok gives up waiting for a clean stop, in seconds. */
  readonly gracefulSeconds: number;
  /** How much longer a forced stop may take after that, in seconds. */
  readonly forcedSeconds: number;
}

/**
 * The longest that Interlok takes to stop.
 *
 * @see adaptris/interlok:interlok-core/src/main/java/com/adaptris/core/management/ShutdownHandler.java@5.0.3
 */
export function shutdownTimes(adapter: Pick<Adapter, 'operationTimeoutMillis' | 'release'>): ShutdownTimes {
  if (!isSince(adapter.release, '4.2')) return { gracefulSeconds: 32, forcedSeconds: 30 };
  const seconds = Math.ceil(adapter.operationTimeoutMillis / 1000);
  return { gracefulSeconds: seconds + 1, forcedSeconds: seconds };
}

/** What {@link findShortGracePeriod} compares. */
export interface GracePeriod {
  /** `terminationGracePeriodSeconds` of the pod. */
  readonly gracePeriodSeconds: number;
  /** Seconds that the preStop hook takes of it. */
  readonly preStopSeconds: number;
  /**
   * Where the timeout is set, for example the `operationTimeout` of bootstrap.properties.
   * @default - the adapter
   */
  readonly at?: Located;
}

/** Finds a grace period in which Interlok cannot end a clean stop. */
export function findShortGracePeriod(adapter: Adapter, period: GracePeriod): Finding[] {
  const { gracePeriodSeconds, preStopSeconds } = period;
  const needed = preStopSeconds + shutdownTimes(adapter).gracefulSeconds;
  if (gracePeriodSeconds >= needed) return [];
  const settable = isSince(adapter.release, '4.2');
  const waits = settable
    ? `operationTimeout ${adapter.operationTimeoutMillis} ms`
    : `the fixed wait of Interlok ${formatRelease(adapter.release)}`;
  const hint = `make the grace period at least ${needed} s${settable ? ', or operationTimeout smaller' : ''}`;
  return [
    finding(gracePeriodTooShort, period.at ?? adapter, {
      message: `the pod is killed after ${gracePeriodSeconds} s, but the preStop delay and ${waits} need ${needed} s`,
      hint,
    }),
  ];
}
