import {
  type CatalogueRecords,
  type ClassRecord,
  compareVersions,
  fullName,
  javaNameOf,
  parseVersion,
} from '../../catalogue';

/** Versions in which something is, was or will be, as the catalogue writes them: `[3.11.0,4.0.0)`. */
export type Range = string;

/** What ranges say against a release that lies in none of them: `came with 3.11.0`, `was removed in 4.0.0`. */
export function said(
  ranges: readonly (Range | undefined)[],
  isSince: (release: string) => boolean,
): string | undefined {
  const edges = ranges.flatMap((range) => [...(range ?? '').matchAll(/[[(]([\d.]*),([\d.]*)[\])]/g)]);
  const ends = edges.map(([, , to = '']) => to).filter((to) => to !== '' && isSince(to));
  const begins = edges.map(([, from = '']) => from).filter((from) => from !== '' && !isSince(from));
  const last = ends.sort(byVersion).at(-1);
  const next = begins.sort(byVersion)[0];
  if (last !== undefined) return `was removed in ${last}`;
  return next === undefined ? undefined : `came with ${next}`;
}

function byVersion(a: string, b: string): number {
  return compareVersions(parseVersion(a), parseVersion(b));
}

/** The ranges in which a class, with what it inherits in any release, has a field. */
export function rangesOfField(catalogue: CatalogueRecords, className: string, elementName: string): readonly Range[] {
  const wanted = javaNameOf(elementName);
  const found: Range[] = [];
  const visited = new Set<string>();
  const visit = (name: string): void => {
    if (visited.has(name)) return;
    visited.add(name);
    const record = catalogue.record(name);
    if (record === undefined) return;
    for (const [field, records] of Object.entries(record.f ?? {})) {
      if (javaNameOf(field) !== wanted && field !== elementName) continue;
      for (const { v } of [records].flat()) found.push(v ?? record.v ?? '(,)');
    }
    for (const superclass of superclassesOf(record)) visit(fullName(superclass));
  };
  visit(className);
  return found;
}

function superclassesOf({ x }: ClassRecord): readonly string[] {
  return x === undefined ? [] : typeof x === 'string' ? [x] : x.map(([name]) => name);
}
