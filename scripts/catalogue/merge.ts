import { isDeepStrictEqual } from 'node:util';
import { UserError } from '../../lib/errors/user-error';
import type { CatalogueFile, ClassRecord, ModuleRecord } from '../../lib/interlok/catalogue';
import { mergeFields } from './merge-fields';
import { changed, extended, has, reduced, reopened, since, until } from './merge-ranges';

/** A catalogue with one more release in it, and what a person should look at. */
export interface Merged {
  readonly catalogue: CatalogueFile;
  readonly added: readonly string[];
  /** Classes that the release has no longer. */
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  /** New classes of a kind that may connect, listen or use files, which reflection does not see. */
  readonly toExamine: readonly string[];
}

/**
 * Adds what was described of the jars of a release to a catalogue. What was put into the catalogue by hand stays; modules that
 * were not described stay as they are.
 *
 * @throws UserError when the description is not one of a single release
 */
export function mergeCatalogues(old: CatalogueFile, described: CatalogueFile): Merged {
  const [release, ...others] = Object.keys(described.releases ?? {});
  if (release === undefined || others.length > 0)
    throw new UserError('the description is of no release, or of several: describe the jars with --release');
  const modules = mergeModules(old.modules, described.modules, release);
  const classes = mergeClasses(old, described, release);
  const names = Object.keys(classes).sort();
  const isKnown = (name: string): boolean => old.classes[name] !== undefined;
  return {
    catalogue: {
      ...old,
      releases: { ...old.releases, [release]: { date: null, xstream: null } },
      modules,
      managementComponents: mergeParts(old.managementComponents, described.managementComponents, described, release),
      preProcessors: mergeParts(old.preProcessors, described.preProcessors, described, release),
      externalEnums: { ...old.externalEnums, ...described.externalEnums },
      classes,
    },
    added: names.filter((name) => !isKnown(name)),
    removed: names.filter((name) => has(old.classes[name]?.v, release) && !has(classes[name]?.v, release)),
    changed: names.filter((name) => isKnown(name) && !isDeepStrictEqual(old.classes[name], classes[name])),
    toExamine: names.filter((name) => !isKnown(name) && isToExamine(classes[name])),
  };
}

function isToExamine(record: ClassRecord | undefined): boolean {
  return record?.a !== undefined && ['connection', 'consumer', 'producer', 'service'].includes(record.k ?? '');
}

type Modules = Readonly<Record<string, ModuleRecord>>;

function mergeModules(old: Modules = {}, described: Modules = {}, release: string): Modules {
  const merged: Record<string, ModuleRecord> = { ...old };
  for (const [name, { jar, stock }] of Object.entries(described)) {
    const known = old[name];
    const inImage = stock === undefined ? known?.stock : inImageFrom(known?.stock, release);
    merged[name] = {
      ...(known ?? { first: release }),
      last: release,
      jar: known === undefined ? jar : changed(known.jar, jar as string, release),
      ...(inImage === undefined ? {} : { stock: inImage }),
    };
  }
  return merged;
}

function inImageFrom(known: string | undefined, release: string): string {
  return known === undefined ? since(release) : (reopened(known, release) ?? known);
}

type Parts = CatalogueFile['managementComponents'];

function mergeParts(old: Parts = {}, now: Parts = {}, { modules = {} }: CatalogueFile, release: string): Parts {
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  return Object.fromEntries(
    names.map((name) => {
      const known = old[name] ?? [];
      const inModules = (now[name] ?? []).map(({ m }) => m);
      const kept = known.map((part) => {
        if (modules[part.m] === undefined) return part;
        const v = inModules.includes(part.m) ? reopened(part.v, release) : until(part.v, release);
        return v === undefined ? part : { ...part, v };
      });
      const added = inModules.filter((m) => known.every((part) => part.m !== m));
      return [name, [...kept, ...added.map((m) => ({ m, v: since(release) }))]];
    }),
  );
}

function mergeClasses(old: CatalogueFile, described: CatalogueFile, release: string): Record<string, ClassRecord> {
  const merged: Record<string, ClassRecord> = {};
  for (const [name, record] of Object.entries(old.classes)) {
    const now = described.classes[name];
    if (now !== undefined) merged[name] = mergeClass(record, now, release, isPartlyKnown(old, record));
    else merged[name] = isGone(record, described, release) ? { ...record, v: until(record.v, release) } : record;
  }
  for (const [name, record] of Object.entries(described.classes)) {
    if (old.classes[name] !== undefined) continue;
    const isNewModule = typeof record.m === 'string' && old.modules?.[record.m] === undefined;
    merged[name] = isNewModule ? record : { ...record, v: since(release) };
  }
  return merged;
}

/**
 * Gone is only what has an alias and whose module was described: of the others, a description has those alone that something
 * with an alias leads to.
 */
function isGone(record: ClassRecord, { modules = {} }: CatalogueFile, release: string): boolean {
  const modulesOf = typeof record.m === 'string' ? [record.m] : (record.m ?? []).map(([m]) => m);
  const last = modulesOf.at(-1);
  return record.a !== undefined && last !== undefined && modules[last] !== undefined && has(record.v, release);
}

/** Known by name alone, because the release that it came with is known in part. */
function isPartlyKnown({ releases = {} }: CatalogueFile, { o, v }: ClassRecord): boolean {
  const [, first] = /^\[([\d.]+),\)$/.exec(v ?? '') ?? [];
  return o === 1 && first !== undefined && releases[first]?.partial === 1;
}

function mergeClass(old: ClassRecord, now: ClassRecord, release: string, replace: boolean): ClassRecord {
  const v = reopened(old.v, release);
  const versions = v === undefined ? {} : { v };
  if (replace) return { ...now, ...versions };
  if (old.o === 1 || now.o === 1) return { ...old, ...versions };
  const present: ClassRecord = {
    a: now.a === undefined ? old.a : changed(old.a, now.a as string, release),
    m: now.m === undefined ? old.m : changed(old.m, now.m as string, release),
    x: now.x === undefined ? old.x : changed(old.x, now.x as string, release),
    i: extended(old.i, now.i as readonly string[] | undefined, release),
    ig: extended(old.ig, now.ig as readonly string[] | undefined, release),
    e: now.e === undefined ? old.e : reduced(extended(old.e, now.e as string[], release), now.e as string[], release),
    set: mergeFilled(old.set, now.set, release),
    f: mergeFields(old.f, now.f, release),
    dep: now.dep === 1 && old.dep === undefined ? since(release) : old.dep,
  };
  return { ...now, ...old, ...versions, ...withoutUndefined(present) };
}

function withoutUndefined(record: ClassRecord): ClassRecord {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

type Filled = NonNullable<ClassRecord['set']>;

function mergeFilled(old: Filled = {}, now: Filled = {}, release: string): Filled | undefined {
  const added = Object.entries(now).filter(([name]) => old[name] === undefined);
  if (Object.keys(old).length + added.length === 0) return undefined;
  return { ...old, ...Object.fromEntries(added.map(([name, value]) => [name, [[value as string, since(release)]]])) };
}
