import { writeField } from '../../lib/interlok/catalogue/field-text';
import type { CatalogueFile, ClassRecord, FieldRecord } from '../../lib/interlok/catalogue/format';

/**
 * The text that the project keeps of a catalogue, in ASCII: sorted lines.
 *
 * - A class has the line `name TAB alias TAB JSON`, with every alias that it has had; none leaves an empty place.
 * - Everything else has a key of two words: `module interlok-json TAB JSON`.
 *
 * The same catalogue, in whatever order, gives the same text.
 */
export function encodeCatalogue(file: CatalogueFile): string {
  const lines = [
    `all releases\t${json(file.releases ?? {})}`,
    ...linesOf('module', file.modules),
    ...linesOf('management-component', file.managementComponents),
    ...linesOf('pre-processor', file.preProcessors),
    ...linesOf('xstream', file.xstreamAliases),
    ...linesOf('enum', file.externalEnums),
    ...Object.entries(file.classes).map(([name, record]) => classLine(name, record)),
  ];
  return lines.sort((a, b) => (a < b ? -1 : 1)).join('\n');
}

function linesOf(section: string, entries: Readonly<Record<string, unknown>> = {}): string[] {
  return Object.entries(entries).map(([name, value]) => `${section} ${name}\t${json(value)}`);
}

/** What most classes have is left out: one alias, which stands before, and the module interlok-core. */
function classLine(name: string, { a, m, f, ...rest }: ClassRecord): string {
  const aliases = a === undefined ? [] : typeof a === 'string' ? [a] : [...new Set(a.map(([alias]) => alias))].sort();
  const compact = {
    ...(typeof a === 'object' ? { a } : {}),
    ...(m === 'interlok-core' ? {} : { m: m ?? '' }),
    ...(f === undefined ? {} : { f: fieldsOf(f) }),
    ...rest,
  };
  return `${name}\t${aliases.join(' ')}\t${json(compact)}`;
}

function fieldsOf(fields: NonNullable<ClassRecord['f']>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, records]) => [
      name,
      Array.isArray(records) ? (records as readonly FieldRecord[]).map(writeField) : writeField(records as FieldRecord),
    ]),
  );
}

/** JSON with keys in order, in ASCII. */
function json(value: unknown): string {
  return JSON.stringify(sorted(value)).replace(
    /[\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
