import { isList, type Part, rowsOf } from './tree';

/** An entry of a list, in an earlier and in a later manifest. */
export interface Pair {
  readonly before?: Part;
  readonly after?: Part;
  /** How it is told in a field: by its name where it has one, otherwise by its number. */
  readonly step: string;
}

/** Entries that Kubernetes itself tells apart by one field. */
const NAMES = ['mountPath', 'name', 'metadata.name'];
/** What makes it likely that an entry is the same one, where Kubernetes takes the list as a whole. */
const LIKELY = ['path', 'host', 'port', 'containerPort', 'key', 'alert', 'ip', 'secretName', 'topologyKey', 'type'];

/** Finds the entries of a list again in a later one, so that an inserted one is not a change of all that follow. */
export function pairsOf(before: Part, after: Part): readonly Pair[] {
  const named = [before, after].every((list) => isTold(list));
  const idOf = (entry: Part): string =>
    (named ? valueOf(entry, NAMES) : valueOf(entry, LIKELY)) ?? JSON.stringify(rowsOf(entry).map(({ value }) => value));
  const left = [...before.below].map(([step, entry]) => ({ step, entry, id: idOf(entry) }));
  const take = (matches: (entry: (typeof left)[number]) => boolean): Part | undefined => {
    const index = left.findIndex(matches);
    return index < 0 ? undefined : left.splice(index, 1)[0]?.entry;
  };
  const stepOf = (step: string, entry: Part): string => (named ? `[${idOf(entry)}]` : step);
  const found = [...after.below].map(([step, entry]) => ({
    entry,
    step: stepOf(step, entry),
    same: take(({ id }) => id === idOf(entry)),
  }));
  const pairs = found.map(({ entry, step, same }): Pair => {
    // One that is in neither list twice took the place of another one, unless names tell that it is none of them.
    const earlier = same ?? (named ? undefined : take(() => true));
    return { after: entry, step, ...(earlier !== undefined && { before: earlier }) };
  });
  return [...pairs, ...left.map(({ step, entry }): Pair => ({ before: entry, step: stepOf(step, entry) }))];
}

/** Whether the entries that are in both lists have another order. */
export function isReordered(before: Part, pairs: readonly Pair[]): boolean {
  const order = [...before.below.values()];
  const places = pairs.flatMap((pair) =>
    pair.before === undefined || pair.after === undefined ? [] : [order.indexOf(pair.before)],
  );
  return places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0));
}

/** An entry as it is written, but with what tells it first, for the rest may be cut off where it is shown. */
export function entryOf(entry: Part): unknown {
  const value = valueOfPart(entry);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const all = Object.entries(value);
  const tells = ([key]: [string, unknown]): boolean => [...NAMES, ...LIKELY].includes(key);
  return Object.fromEntries([...all.filter(tells), ...all.filter((each) => !tells(each))]);
}

function isTold(list: Part): boolean {
  const names = [...list.below.values()].map((entry) => valueOf(entry, NAMES));
  return names.every((name) => name !== undefined) && new Set(names).size === names.length;
}

function valueOfPart(part: Part): unknown {
  if (part.row !== undefined) return part.row.value;
  if (isList(part)) return [...part.below.values()].map(valueOfPart);
  return Object.fromEntries([...part.below].map(([key, each]) => [key, valueOfPart(each)]));
}

function valueOf(entry: Part, fields: readonly string[]): string | undefined {
  for (const field of fields) {
    const steps = field.split('.');
    const row = steps.reduce<Part | undefined>((part, step) => part?.below.get(step), entry)?.row;
    if (row !== undefined) return String(row.value);
  }
  return undefined;
}
