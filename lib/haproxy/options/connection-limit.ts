import type { HaproxyBackend } from '../haproxy-backend';

/**
 * How many requests HAProxy has open at one pod. Further ones wait in HAProxy, for the first pod that is free,
 * instead of inside a pod that is busy.
 */
export class ConnectionLimit {
  /** As many as the workflows behind the Service run at once; no limit where that is not known. */
  public static derived(): ConnectionLimit {
    return new ConnectionLimit('derived');
  }

  /**
   * A fixed number.
   * @param connections connections per pod and controller pod, a whole number of at least 1
   */
  public static of(connections: number): ConnectionLimit {
    return new ConnectionLimit('fixed', connections);
  }

  /** No limit: every request goes to a pod at once. */
  public static none(): ConnectionLimit {
    return new ConnectionLimit('none');
  }

  private constructor(
    public readonly kind: 'derived' | 'fixed' | 'none',
    /** The number of a fixed limit. */
    public readonly connections?: number,
  ) {}

  /** The limit for a backend, or undefined for none. */
  public resolve(backend: HaproxyBackend): number | undefined {
    return this.kind === 'derived' ? concurrencyPerPod([backend.concurrencyPerPod]) : this.connections;
  }
}

/**
 * What the workflows behind one Service port can run at once, the derived limit: HAProxy's limit is per pod, and
 * all routes of a port share it.
 *
 * @param workflows one entry for each workflow behind the port, undefined where its concurrency is not known
 * @returns their sum; undefined when one of them is not known or below 1 (HAProxy takes 0 as unlimited), or there
 * is none
 */
export function concurrencyPerPod(workflows: readonly (number | undefined)[]): number | undefined {
  let sum = 0;
  for (const workflow of workflows) {
    if (workflow === undefined || !Number.isSafeInteger(workflow) || workflow < 1) return undefined;
    sum += workflow;
  }
  return sum === 0 ? undefined : sum;
}
