import { type Adapter, isSince } from '../../interlok';

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
  if (!followsTimeout(adapter)) return { gracefulSeconds: 32, forcedSeconds: 30 };
  const seconds = Math.ceil(adapter.operationTimeoutMillis / 1000);
  return { gracefulSeconds: seconds + 1, forcedSeconds: seconds };
}

/** Whether it is the `operationTimeout` that decides; earlier releases have times of their own. */
export function followsTimeout({ release }: Pick<Adapter, 'release'>): boolean {
  return isSince(release, '4.2');
}
