import type { Adapter } from '../../interlok';
import { type Origin, place, propOf, type Source } from '../../origins';
import type { InterlokProps } from '../props';
import { followsTimeout, shutdownTimes } from './shutdown-times';

/** How a pod leaves: first out of the load balancer, then out of its work. */
export interface Drain {
  /** How long the pod goes on serving after it was told to stop, in seconds, until no balancer sends to it any more. */
  readonly preStopSeconds: number;
  /** How long Interlok takes at most from SIGTERM until it is gone, in seconds. */
  readonly shutdownSeconds: number;
  /** After this many seconds from the start of preStop, Kubernetes kills the process. */
  readonly gracePeriodSeconds: number;
}

/** What {@link drain} is told beside the adapter. */
export interface DrainOptions {
  readonly preStopSeconds: number;
  /** @default - preStop and both phases of Interlok's shutdown, rounded up to ten seconds */
  readonly gracePeriodSeconds?: number;
}

/** Computes the drain times from the adapter's own shutdown: a graceful phase, then a forced one of the same length. */
export function drain(adapter: Adapter, options: DrainOptions): Drain {
  const { gracefulSeconds, forcedSeconds } = shutdownTimes(adapter);
  const shutdownSeconds = gracefulSeconds + forcedSeconds;
  const needed = options.preStopSeconds + shutdownSeconds;
  return {
    preStopSeconds: options.preStopSeconds,
    shutdownSeconds,
    gracePeriodSeconds: options.gracePeriodSeconds ?? Math.ceil(needed / 10) * 10,
  };
}

/** What the time of a drain follows from. */
export function drainSources(
  adapter: Adapter,
  { drain: wanted, image }: Pick<InterlokProps, 'drain' | 'image'>,
): readonly Source[] {
  if (wanted?.gracePeriod !== undefined) return [propOf('drain.gracePeriod', wanted.gracePeriod)];
  const { operationTimeoutAt: at, operationTimeoutMillis: millis } = adapter;
  const timeout = at === undefined ? propOf('operationTimeout', undefined) : place(at, `operationTimeout=${millis}`);
  return [followsTimeout(adapter) ? timeout : propOf('image', image), propOf('drain.preStop', wanted?.preStop)];
}

/** Why a pod gets the time that it gets. */
export function drainOrigins(
  adapter: Adapter,
  drainTimes: Drain,
  props: Pick<InterlokProps, 'drain' | 'image'>,
  fields: { readonly pod: string; readonly container: string },
): readonly Origin[] {
  const { gracefulSeconds, forcedSeconds } = shutdownTimes(adapter);
  const given = props.drain?.gracePeriod !== undefined;
  return [
    {
      field: `${fields.pod}.terminationGracePeriodSeconds`,
      sources: drainSources(adapter, props),
      why: given
        ? 'Kubernetes kills the pod after that time'
        : `preStop ${drainTimes.preStopSeconds} s + ${gracefulSeconds} s to stop + ${forcedSeconds} s when that was not enough, rounded up to ten seconds`,
    },
    {
      field: `${fields.container}.lifecycle`,
      sources: [propOf('drain.preStop', props.drain?.preStop)],
      why: 'the pod goes on serving until no load balancer sends to it any more',
    },
  ];
}
