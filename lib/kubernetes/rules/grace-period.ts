import { type Finding, finding, type Located } from '../../findings';
import { type Adapter, formatRelease, isSince } from '../../interlok';
import { shutdownTimes } from '../pod';
import { gracePeriodTooShort } from './rule-definitions';

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
