import fc from 'fast-check';
import {
  decodeInteger,
  decodeLikeJava,
  parseInteger,
  parseLong,
  readProperties,
  valueOffsets,
} from '../../../lib/interlok/java';
import { readPath } from '../../../lib/interlok/model/route-path';
import { askJava, hasJdk, type Question } from '../../support/java/java-reads';

/** What makes the corner cases of a properties file, and some that should not. */
const pieces = ['\\', '\n', '\r', '\r\n', '=', ':', ' ', '\t', '\f', '#', '!', 'a', 'k', '\\u0041', '\\u00', 'u', 'é'];
const aPropertiesFile = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...pieces) }, fc.constantFrom('\0', '\v', '\ufeff', '\\n')), {
    maxLength: 14,
  })
  .map((parts) => Buffer.from(parts.join('')));
const bytes = fc
  .array(
    fc.constantFrom(
      0x3c,
      0x61,
      0x7f,
      0x80,
      0xbf,
      0xc0,
      0xc3,
      0xa9,
      0xe2,
      0x82,
      0xac,
      0xed,
      0xa0,
      0xef,
      0xbb,
      0xf0,
      0x9f,
      0x98,
      0xf4,
      0x90,
      0xff,
    ),
    { maxLength: 8 },
  )
  .map((list) => Buffer.from(list));
const aNumber = fc
  .array(
    fc.constantFrom(
      '0',
      '1',
      '9',
      '7',
      '2147483647',
      '2147483648',
      '9223372036854775807',
      '+',
      '-',
      '0x',
      '#',
      'f',
      '_',
      ' ',
      's',
      '.',
      '0',
    ),
    {
      maxLength: 3,
    },
  )
  .map((parts) => parts.join(''));

/** Paths and what looks like them; what may be an authority has no bracket, for hosts are not checked here. */
const aPath = fc
  .tuple(
    fc.constantFrom('', '', '/', 'http://h', 'http:', 'http:///', '//h', 'a:'),
    fc.array(
      fc.constantFrom('/', 'a', '%41', '%E9', '%C3%A9', '%', 'é', '*', '.do', ';', '?', '#', ':', '@', '\u0007'),
      {
        maxLength: 5,
      },
    ),
    fc.constantFrom('', '', '/[', ' ', '{', '\u00a0', '\u00ad'),
  )
  .map((parts) => parts.flat().join(''))
  .filter((text) => !/^(?:[a-z]+:)?\/\/[^/]*\[/.test(text));

/** What is registered for a path; undefined where Interlok would fail. */
function pathOf(text: string): readonly string[] | undefined {
  const { path, match, problem } = readPath(text, { file: '' });
  if (problem === 'not-a-uri') return undefined;
  return [path === '/' && match === 'exact' ? '' : (path ?? '')];
}

/** Keys and values by turns, sorted by key as Java sorts them; undefined where the file is refused as a whole. */
function propertiesOf(file: Buffer): readonly string[] | undefined {
  const all = [...readProperties(file.toString('latin1'))];
  if (all.some(({ malformedOffset }) => malformedOffset !== undefined)) return undefined;
  const last = new Map(all.map(({ key, value }) => [key, value]));
  return [...last].sort(([a], [b]) => (a < b ? -1 : 1)).flat();
}

function shown(value: number | undefined): readonly string[] | undefined {
  return value === undefined ? undefined : [String(value)];
}

const readers: Readonly<Record<Question[0], (input: Buffer) => readonly string[] | undefined>> = {
  properties: propertiesOf,
  text: (input) => [decodeLikeJava(input)],
  int: (input) => shown(parseInteger(input.toString())),
  long: (input) => shown(parseLong(input.toString())),
  decode: (input) => shown(decodeInteger(input.toString())),
  path: (input) => pathOf(input.toString()),
};

// Elsewhere the tests below say as much by hand; here the JDK's own classes are asked.
(hasJdk ? describe : describe.skip)('with a JDK (skipped: no javac on the PATH)', () => {
  test('given generated files, bytes and numbers, when the JVM reads them, then it reads what is read here', () => {
    const questions: Question[] = [
      ...fc.sample(aPropertiesFile, 4000).map((file): Question => ['properties', file]),
      ...fc.sample(bytes, 2000).map((file): Question => ['text', file]),
      ...fc.sample(aPath, 3000).map((text): Question => ['path', Buffer.from(text)]),
      ...fc.sample(aNumber, 1500).flatMap((text): Question[] => {
        const input = Buffer.from(text);
        return [
          ['int', input],
          ['long', input],
          ['decode', input],
        ];
      }),
    ];
    const answers = askJava(questions);
    const different = questions.flatMap(([what, input], i) => {
      const own = readers[what](input);
      // Beyond 2^53 a number here has the right size alone.
      const java = what === 'long' ? answers[i]?.map((text) => String(Number(text))) : answers[i];
      return JSON.stringify(own) === JSON.stringify(java)
        ? []
        : [{ what, input: JSON.stringify(input.toString('latin1')), java, own }];
    });
    expect(different.slice(0, 5)).toEqual([]);
  }, 30_000);
});

describe('readProperties', () => {
  const read = (text: string): unknown => [...readProperties(text)].map(({ key, value }) => [key, value]);

  test.each([
    [
      'a line of a lone backslash goes on in the next',
      'a=1\n\\\nb=2\n',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    ['a lone backslash before a blank line is nothing', '\\\n\nb=2', [['b', '2']]],
    [
      'a lone backslash at the end is a key without name',
      'a=1\n\\',
      [
        ['a', '1'],
        ['', ''],
      ],
    ],
    [
      'a carriage return ends a line, continued or not',
      'a=1\\\r  2\rb=3',
      [
        ['a', '12'],
        ['b', '3'],
      ],
    ],
    ['a comment does not go on', '# x\\\na=1', [['a', '1']]],
    ['what follows a lone backslash can be a comment', '\\\n  # x\na=1', [['a', '1']]],
    ['a form feed separates', 'a\fb', [['a', 'b']]],
    ['of several separators one counts', 'a = = b', [['a', '= b']]],
    ['an escaped separator is a part of the key', 'a\\=b\\ c=d', [['a=b c', 'd']]],
    ['a trailing blank stays', 'a=b ', [['a', 'b ']]],
    ['a byte order mark is a part of the first key', '\xef\xbb\xbfa=b', [['\xef\xbb\xbfa', 'b']]],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('given any file, when asked where the characters of a value stand, then each stands there or is an escape', () => {
    fc.assert(
      fc.property(aPropertiesFile, (file) => {
        const text = file.toString('latin1');
        for (const property of readProperties(text)) {
          const offsets = valueOffsets(text, property);
          expect(offsets).toHaveLength(property.value.length);
          for (const [i, offset] of offsets.entries())
            expect(text.charAt(offset) === property.value.charAt(i) || text.charAt(offset) === '\\').toBe(true);
        }
      }),
    );
  });
});
