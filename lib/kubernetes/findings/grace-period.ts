import type { Finding, Located } from '../../findings/finding';
import { finding } from '../../findings/make-finding';
import type { Adapter } from '../../interlok/model/adapter';
import { formatRelease, isSince } from '../../interlok/releases/release';
import { shutdownTimes } from '../pod/shutdown-times';
import { gracePeriodTooShort } from './rules';

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
