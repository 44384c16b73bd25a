import { Catalogue } from '../../../lib/interlok/catalogue';
import type { CatalogueFile, FieldRecord } from '../../../lib/interlok/catalogue';
import { data } from '../../../lib/interlok/catalogue/data';
import { parseRanges } from '../../../lib/interlok/catalogue/version-range';
import { decodeCatalogue } from '../../../scripts/catalogue/decode';
import { encodeCatalogue } from '../../../scripts/catalogue/encode';
import { sourceOf } from '../../../scripts/catalogue/source';

const { public: catalogue } = Catalogue;

test('given the text of the catalogue, when it is read through the API and written again, then it is the same', () => {
  expect(encodeCatalogue(decodeCatalogue())).toBe(data);
});

test('given the same catalogue in another order, when it is written, then it is the same text', () => {
  const file = decodeCatalogue();
  const reversed = (value: unknown): unknown =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, inner]) => [key, reversed(inner)]),
        );

  expect(encodeCatalogue(reversed(file) as CatalogueFile)).toBe(data);
});

test('given a text with what is special in TypeScript, when its module is run, then it is the text', () => {
  const text = 'a\t{"re":"[^,\\\\*]+`${x}"}\nb\t$`';

  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it is what is tested
  const run = new Function(sourceOf(text).replace('export const data: string =', 'return')) as () => string;

  expect(run()).toBe(text);
});

test('every line is ASCII, and they are in order', () => {
  const lines = data.split('\n');

  expect(lines.filter((line) => /[^\t\x20-\x7e]/.test(line))).toEqual([]);
  expect([...lines].sort((a, b) => (a < b ? -1 : 1))).toEqual(lines);
});

test('every class has a module, fields with types, and ranges that can be read', () => {
  const problems: string[] = [];
  for (const [name, record] of catalogue.allClasses()) {
    const modules = typeof record.m === 'string' ? [record.m] : (record.m ?? []).map(([module]) => module);
    if (modules.length === 0 || modules.some((module) => catalogue.module(module) === undefined)) problems.push(name);
    for (const [field, records] of Object.entries(record.f ?? {}))
      for (const one of [records].flat<(FieldRecord | readonly FieldRecord[])[]>()) {
        if (one.t === '') problems.push(`${name} ${field}`);
        if (one.v !== undefined) parseRanges(one.v);
      }
  }

  expect(problems).toEqual([]);
});
