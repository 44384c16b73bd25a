/** A version as its numbers: `3.9.3.1` is `[3, 9, 3, 1]`. */
export type Version = readonly number[];

/** The numbers of a version; what is no number counts as 0. */
export function parseVersion(text: string): Version {
  return text.split('.').map((part) => Number.parseInt(part, 10) || 0);
}

/** Negative when the first is older, 0 when they are the same (`4.9` and `4.9.0` are), positive when it is newer. */
export function compareVersions(a: Version, b: Version): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** An interval of versions; an end that is undefined is open. */
export interface Interval {
  readonly from?: Version;
  readonly fromIncluded: boolean;
  readonly to?: Version;
  readonly toIncluded: boolean;
}

const parsed = new Map<string, readonly Interval[]>();

/**
 * Reads ranges in Maven's form: `[3.11.0,4.0.0)`, `(,4.0.0)`, `[5.0.2,)`, several joined with commas.
 *
 * @throws Error for a text that is none
 */
export function parseRanges(text: string): readonly Interval[] {
  const known = parsed.get(text);
  if (known !== undefined) return known;
  const intervals = [...text.matchAll(/([[(])([\d.]*),([\d.]*)([\])]),?/g)].map(
    ([, open, from = '', to = '', close]): Interval => ({
      ...(from === '' ? {} : { from: parseVersion(from) }),
      fromIncluded: open === '[',
      ...(to === '' ? {} : { to: parseVersion(to) }),
      toIncluded: close === ']',
    }),
  );
  const length = [...text.matchAll(/([[(])([\d.]*),([\d.]*)([\])]),?/g)].reduce(
    (sum, [whole]) => sum + whole.length,
    0,
  );
  if (intervals.length === 0 || length !== text.length) throw new Error(`'${text}' is no range of versions`);
  parsed.set(text, intervals);
  return intervals;
}

/** Whether a version lies in a range; where there is no range, every version does. */
export function inRange(version: Version, range: string | undefined): boolean {
  if (range === undefined) return true;
  return parseRanges(range).some(
    ({ from, fromIncluded, to, toIncluded }) =>
      (from === undefined || compareVersions(version, from) >= (fromIncluded ? 0 : 1)) &&
      (to === undefined || compareVersions(version, to) <= (toIncluded ? 0 : -1)),
  );
}
