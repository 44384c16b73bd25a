import type { ClassRecord, Ranged, RangedEntry } from './format';
import { inRange } from './version-range';
import type { Version } from './version-range';

/** The value that a version has. */
export function rangedValue<T extends string | number>(value: Ranged<T>, version: Version): T | undefined {
  if (typeof value === 'string' || typeof value === 'number') return value;
  return value.find(([, range]) => inRange(version, range))?.[0];
}

/** The entries of a list that a version has. */
export function rangedEntries(entries: readonly RangedEntry[] | undefined, version: Version): readonly string[] {
  if (entries === undefined) return [];
  return entries.flatMap((entry) =>
    typeof entry === 'string' ? [entry] : inRange(version, entry[1]) ? [entry[0]] : [],
  );
}

/** Whether a flag is set: `1`, or a range that has the version. */
export function rangedFlag(flag: string | number | undefined, version: Version): boolean {
  return typeof flag === 'string' ? inRange(version, flag) : flag === 1;
}

/** Every module that has, or had, a class. */
export function rangedModules({ m }: ClassRecord): readonly string[] {
  return m === undefined ? [] : typeof m === 'string' ? [m] : m.map(([module]) => module);
}
