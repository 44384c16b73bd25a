import type { Explanation, Source } from '../../lib';
import { entryOf, isReordered, pairsOf } from './entries';
import { fieldBelow, isList, type ManifestObject, objectsOf, type Part, rowsOf } from './tree';

type Below = Part['below'];

/** A field that is not what it was. */
export interface Change {
  readonly kind: string;
  readonly name: string;
  /** An entry of a list that has a name is told by it: `containers[interlok]`. */
  readonly field: string;
  /** @default - the field is new */
  readonly before?: unknown;
  /** @default - the field is gone */
  readonly after?: unknown;
  /** What has changed of where it comes from; where nothing has, all of it. */
  readonly sources: readonly Source[];
  readonly why?: string;
}

/**
 * What differs between the manifests of two configurations, in the order of the later one; objects that are gone come last.
 * Entries of lists are found again by their names, paths or ports, wherever they stand.
 */
export function compare(before: readonly Explanation[], after: readonly Explanation[]): readonly Change[] {
  const old = new Map(objectsOf(before).map((object) => [object.id, object]));
  const changed = objectsOf(after).flatMap((object) => {
    const earlier = old.get(object.id);
    old.delete(object.id);
    return changesOf('', earlier?.root, object.root, object);
  });
  return [...changed, ...[...old.values()].flatMap((object) => changesOf('', object.root, undefined, object))];
}

function changesOf(
  field: string,
  before: Part | undefined,
  after: Part | undefined,
  object: ManifestObject,
): readonly Change[] {
  const below = (step: string, earlier?: Part, later?: Part): readonly Change[] =>
    changesOf(fieldBelow(field, step), earlier, later, object);
  const own = changeOf(field, before?.row, after?.row, object);
  const [was, is] = [before, after].map((part) => part?.below ?? new Map<string, Part>()) as [Below, Below];
  if (before !== undefined && after !== undefined && (isList(before) || isList(after))) {
    const pairs = pairsOf(before, after);
    const moved = isReordered(before, pairs) ? [reordered(field, before, after, object)] : [];
    const changed = pairs.flatMap((pair) =>
      pair.before !== undefined && pair.after !== undefined
        ? below(pair.step, pair.before, pair.after)
        : changeOf(fieldBelow(field, pair.step), asOneRow(pair.before), asOneRow(pair.after), object),
    );
    return [...own, ...moved, ...changed];
  }
  const gone = [...was.keys()].filter((step) => !is.has(step));
  return [...own, ...[...is.keys(), ...gone].flatMap((step) => below(step, was.get(step), is.get(step)))];
}

function changeOf(
  field: string,
  before: Explanation | undefined,
  after: Explanation | undefined,
  { kind, name }: ManifestObject,
): readonly Change[] {
  const row = after ?? before;
  if (row === undefined || (before !== undefined && after !== undefined && same(before.value, after.value))) return [];
  const { why } = row;
  const known = new Set(after === undefined ? [] : (before?.sources ?? []).map(saying));
  const causes = row.sources.filter((source) => !known.has(saying(source)));
  return [
    {
      kind,
      name,
      field,
      ...(before !== undefined && { before: before.value }),
      ...(after !== undefined && { after: after.value }),
      sources: causes.length > 0 ? causes : row.sources,
      ...(why !== undefined && { why }),
    },
  ];
}

/** An entry that is in one of two lists alone, in one row. */
function asOneRow(entry: Part | undefined): Explanation | undefined {
  if (entry === undefined) return undefined;
  const rows = rowsOf(entry);
  const told = rows.find(({ why }) => why !== undefined) ?? rows[0];
  if (told === undefined) return undefined;
  const sources = new Map(rows.flatMap((row) => row.sources).map((source) => [JSON.stringify(source), source]));
  return { ...told, value: entryOf(entry), sources: [...sources.values()] };
}

/** The same entries in another order, as one change. */
function reordered(field: string, before: Part, after: Part, { kind, name }: ManifestObject): Change {
  const shown = (list: Part): readonly unknown[] => [...list.below.values()].map((entry) => rowsOf(entry)[0]?.value);
  const first = rowsOf(after)[0];
  const change = { kind, name, field, before: shown(before), after: shown(after), sources: first?.sources ?? [] };
  return { ...change, ...(first?.why !== undefined && { why: first.why }) };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A source without its line, which moves with what is above. */
function saying(source: Source): string {
  return source.kind === 'place' ? `${source.at.file} ${source.says ?? ''}` : `${source.kind} ${source.prop}`;
}
