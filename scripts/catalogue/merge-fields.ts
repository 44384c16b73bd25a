import type { FieldRecord } from '../../lib/interlok/catalogue';
import { has, since, until } from './merge-ranges';

type Fields = Readonly<Record<string, FieldRecord | readonly FieldRecord[]>>;

/** The fields of a class with those of one more release: what is new, what is gone, and what is another now. */
export function mergeFields(old: Fields = {}, now: Fields = {}, release: string): Fields | undefined {
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort();
  if (names.length === 0) return undefined;
  return Object.fromEntries(names.map((name) => [name, mergeField(listOf(old[name]), listOf(now[name])[0], release)]));
}

function listOf(records: FieldRecord | readonly FieldRecord[] | undefined): readonly FieldRecord[] {
  if (records === undefined) return [];
  return Array.isArray(records) ? (records as readonly FieldRecord[]) : [records as FieldRecord];
}

function mergeField(
  old: readonly FieldRecord[],
  now: FieldRecord | undefined,
  release: string,
): FieldRecord | readonly FieldRecord[] {
  const valid = old.find(({ v }) => has(v, release));
  if (now !== undefined && valid !== undefined && isSame(valid, now)) return single(old);
  const closed = old.map((record) => (record === valid ? { ...record, v: until(record.v, release) } : record));
  return single(now === undefined ? closed : [...closed, { ...keptFrom(valid), ...now, v: since(release) }]);
}

function single(records: readonly FieldRecord[]): FieldRecord | readonly FieldRecord[] {
  const [first] = records;
  return records.length === 1 && first !== undefined ? first : records;
}

/** What reflection may not see of a default that the source tells. */
function keptFrom(valid: FieldRecord | undefined): Partial<FieldRecord> {
  return valid?.d === undefined ? {} : { d: valid.d };
}

const surelySeen = ['im', 'r', 're', 'pw', 'ext', 'expr', 'dep', 'rm', 'va', 'adv'] as const;

/**
 * Whether both say the same, as far as reflection can tell: it sees a default only where the object has one, and a bound as a
 * number where the source has the name of a constant.
 */
function isSame(old: FieldRecord, now: FieldRecord): boolean {
  return (
    plain(old.t) === plain(now.t) &&
    surelySeen.every((key) => old[key] === now[key]) &&
    isSameNumber(old.min, now.min) &&
    isSameNumber(old.max, now.max) &&
    (now.r === undefined || old.i === now.i) &&
    (now.i !== 1 || isSameNumber(old.d, now.d))
  );
}

/** A type without the arguments of its arguments, which not every description has. */
function plain(type: string): string {
  const open = type.indexOf('<');
  return open === -1 ? type : type.slice(0, open + 1) + type.slice(open + 1).replace(/<.*>(?=[,>])/g, '');
}

function isSameNumber(old: string | undefined, now: string | undefined): boolean {
  return old === now || !isNumber(old) || !isNumber(now);
}

function isNumber(text: string | undefined): boolean {
  return text !== undefined && /^-?\d+$/.test(text);
}
