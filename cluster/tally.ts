import type { Answer } from './requests';

/** Finds out which pod answered. */
export type PodOf = (answer: Answer) => string | undefined;

/** The pod's name in the body: the first group of the pattern, for example of `from (\S+)!`. */
export function podInBody(pattern: RegExp): PodOf {
  return ({ body }) => pattern.exec(body)?.[1];
}

/** The pod's name in a header of the answer. */
export function podInHeader(name: string): PodOf {
  return ({ headers }) => {
    const value = headers[name.toLowerCase()];
    return Array.isArray(value) ? value[0] : value;
  };
}

/** Counts answers as they come. */
export class Tally {
  /** Requests that got an answer with a status below 400, by the pod that gave it; `undefined`: it did not say. */
  public readonly byPod = new Map<string | undefined, number>();
  /** All requests, by status or by the reason why there was no answer. */
  public readonly byOutcome = new Map<string, number>();
  private readonly times: number[] = [];
  private failedCount = 0;

  public constructor(private readonly podOf: PodOf) {}

  public add(answer: Answer): void {
    this.times.push(answer.milliseconds);
    increment(this.byOutcome, answer.status === undefined ? (answer.error ?? 'no answer') : String(answer.status));
    if (isGood(answer)) increment(this.byPod, this.podOf(answer));
    else this.failedCount++;
  }

  /** Requests sent. */
  public get total(): number {
    return this.times.length;
  }

  /** Requests without an answer, or with a status of 400 or more. */
  public get failed(): number {
    return this.failedCount;
  }

  /** The times that the given percentages of the requests took at most (nearest rank), in milliseconds. */
  public percentiles(...percentages: number[]): number[] {
    const sorted = Float64Array.from(this.times).sort();
    return percentages.map((p) => sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? 0);
  }
}

/** True when a client would be content. */
export function isGood({ status }: Answer): boolean {
  return status !== undefined && status < 400;
}

function increment<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
