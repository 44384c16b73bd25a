import { UserError } from '../../lib/errors/user-error';
import { catalogueFormat } from '../../lib/interlok/catalogue/format';
import type { CatalogueFile, ClassRecord, FieldRecord } from '../../lib/interlok/catalogue/format';
import { parseRanges } from '../../lib/interlok/catalogue/version-range';

/**
 * Reads a catalogue that somebody else wrote.
 *
 * @throws UserError for what is none, or names ranges or modules that cannot be understood
 */
export function checkCatalogue(path: string, text: string): CatalogueFile {
  const file = parse(path, text);
  if (file.format !== catalogueFormat)
    throw new UserError(`'${path}' has format '${file.format}', expected '${catalogueFormat}'`);
  const problems = Object.entries(file.classes).flatMap(([name, record]) => problemsOf(name, record, file));
  if (problems.length > 0) throw new UserError([`'${path}' cannot be used`, ...problems.slice(0, 20)].join('\n'));
  return file;
}

function parse(path: string, text: string): CatalogueFile {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'classes' in value) return value as CatalogueFile;
  } catch (error) {
    throw new UserError(`'${path}' is not JSON: ${(error as Error).message}`);
  }
  throw new UserError(`'${path}' has no 'classes'`);
}

function problemsOf(name: string, record: ClassRecord, { modules = {} }: CatalogueFile): string[] {
  if (/[\s]/.test(name)) return [`${JSON.stringify(name)}: white space in the name of a class`];
  const inModules = record.m === undefined ? [] : typeof record.m === 'string' ? [record.m] : record.m.map(([m]) => m);
  const fields = Object.entries(record.f ?? {}).flatMap(([field, records]) =>
    (Array.isArray(records) ? (records as readonly FieldRecord[]) : [records as FieldRecord]).map((one) => ({
      field,
      one,
    })),
  );
  return [
    ...inModules.filter((m) => modules[m] === undefined).map((m) => `${name}: there is no module '${m}'`),
    ...fields.filter(({ one }) => typeof one.t !== 'string').map(({ field }) => `${name}: ${field} has no type`),
    ...rangesOf(
      record,
      fields.map(({ one }) => one),
    )
      .filter((range) => !isRange(range))
      .map((range) => `${name}: '${range}' is no range`),
  ];
}

function rangesOf(record: ClassRecord, fields: readonly FieldRecord[]): string[] {
  const lists = [record.a, record.m, record.x, record.i, record.e, record.ig, ...Object.values(record.set ?? {})];
  const entries = lists.flatMap((list) => (Array.isArray(list) ? (list as readonly unknown[]) : []));
  return [
    ...(record.v === undefined ? [] : [record.v]),
    ...fields.flatMap(({ v }) => (v === undefined ? [] : [v])),
    ...entries.flatMap((entry) => (Array.isArray(entry) ? [String(entry[1])] : [])),
  ];
}

function isRange(text: string): boolean {
  try {
    return parseRanges(text).length > 0;
  } catch {
    return false;
  }
}
