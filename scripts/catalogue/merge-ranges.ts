import { inRange, parseVersion } from '../../lib/interlok/catalogue/version-range';

/** From a release on. */
export function since(release: string): string {
  return `[${release},)`;
}

/** Whether a range, or the absence of one, has the release in it. */
export function has(range: string | undefined, release: string): boolean {
  return inRange(parseVersion(release), range);
}

/** The range without the release and all that follow it. */
export function until(range: string | undefined, release: string): string {
  return range === undefined ? `(,${release})` : range.replace(/,\)$/, `,${release})`);
}

/** The range with the release and all that follow it. */
export function reopened(range: string | undefined, release: string): string | undefined {
  return has(range, release) ? range : `${range ?? ''},${since(release)}`;
}

/** A value that is another from a release on. */
export function changed<T extends string | number>(
  old: T | readonly (readonly [T, string])[] | undefined,
  value: T,
  release: string,
): T | readonly (readonly [T, string])[] {
  if (old === undefined) return [[value, since(release)]];
  if (typeof old === 'string' || typeof old === 'number') {
    return old === value
      ? old
      : [
          [old, `(,${release})`],
          [value, since(release)],
        ];
  }
  const now = old.find(([, range]) => has(range, release));
  if (now?.[0] === value) return old;
  const before = old.map(([one, range]) => [one, has(range, release) ? until(range, release) : range] as const);
  const again = before.findIndex(([one]) => one === value);
  if (again === -1) return [...before, [value, since(release)]];
  return before.map(([one, range], i) => [one, i === again ? `${range},${since(release)}` : range] as const);
}

type Entry = string | readonly [string, string];

/** The entries of a list, with those that a release has in addition. */
export function extended(
  old: readonly Entry[] | undefined,
  now: readonly string[] | undefined,
  release: string,
): readonly Entry[] | undefined {
  const names = (old ?? []).map(nameOf);
  const kept = (old ?? []).map((entry) => {
    if (typeof entry === 'string' || now?.includes(entry[0]) !== true) return entry;
    return [entry[0], reopened(entry[1], release) ?? entry[1]] as const;
  });
  const added = (now ?? []).filter((name) => !names.includes(name)).map((name) => [name, since(release)] as const);
  return kept.length + added.length === 0 ? old : [...kept, ...added];
}

/** The entries of a list, without those that a release has no longer. */
export function reduced(
  old: readonly Entry[] | undefined,
  now: readonly string[],
  release: string,
): readonly Entry[] | undefined {
  return old?.map((entry) => {
    const [name, range] = typeof entry === 'string' ? ([entry, undefined] as const) : entry;
    return now.includes(name) || !has(range, release) ? entry : ([name, until(range, release)] as const);
  });
}

function nameOf(entry: Entry): string {
  return typeof entry === 'string' ? entry : entry[0];
}
