import fc from 'fast-check';
import { fullName, itemTypeOf, keyOf } from '../../../lib/interlok/catalogue';
import { readField, writeField } from '../../../lib/interlok/catalogue/field-text';
import { parseJavaType } from '../../../lib/interlok/catalogue/java-type';
import { SortedLines } from '../../../lib/interlok/catalogue/sorted-lines';
import { inRange, parseRanges, parseVersion } from '../../../lib/interlok/catalogue/version-range';

describe('a range of versions', () => {
  test.each([
    ['3.10.0', '[3.11.0,4.0.0)', false],
    ['3.11.0', '[3.11.0,4.0.0)', true],
    ['3.12.0.4', '[3.11.0,4.0.0)', true],
    ['4.0.0', '[3.11.0,4.0.0)', false],
    ['3.9.3.1', '(,3.10.0)', true],
    ['3.10.0', '(,3.10.0]', true],
    ['5.9.0', '[5.0.2,)', true],
    ['1.0.0', '(,)', true],
    ['4.8.5', '(,4.8.0),[4.9.6,)', false],
    ['4.10.0', '(,4.8.0),[4.9.6,)', true],
  ])('given %s and %s, then it is in: %p', (version, range, expected) => {
    expect(inRange(parseVersion(version), range)).toBe(expected);
  });

  test.each(['', '3.0', '[3.0', '[3.0,4.0)x', '[a,b)'])('given %j, when read, then it is refused', (text) => {
    expect(() => parseRanges(text)).toThrow('no range of versions');
  });
});

describe('a Java type', () => {
  test.each([
    ['String', 'java.lang.String'],
    ['int', 'int'],
    ['~core.Service', 'com.adaptris.core.Service'],
  ])('given %s, then its name is %s', (text, name) => expect(parseJavaType(text).name).toBe(name));

  test('given generics, then their arguments are types, and a collection has items', () => {
    const map = parseJavaType('java.util.Map<String,java.util.List<~core.Service>>');

    expect(map.arguments.map(({ name }) => name)).toEqual(['java.lang.String', 'java.util.List']);
    expect(itemTypeOf(map)).toBeUndefined();
    expect(itemTypeOf(map.arguments[1] ?? map)?.name).toBe('com.adaptris.core.Service');
  });

  test('given a full name, then the short one and back are each other’s', () => {
    expect(fullName(keyOf('com.adaptris.core.Service'))).toBe('com.adaptris.core.Service');
    expect(keyOf('interlok.rabbitmq.Translator')).toBe('interlok.rabbitmq.Translator');
  });
});

test('given any field, when written and read, then it is the same', () => {
  const flag = fc.option(fc.constant(1), { nil: undefined });
  const word = fc.option(fc.stringMatching(/^[\w.*~$-]{1,12}$/), { nil: undefined });
  const field = fc
    .record({
      t: fc.constantFrom('int', 'String', '~core.Service', 'java.util.Map<String,~core.X>'),
      v: fc.option(fc.constantFrom('[3.8.0,)', '(,4.0.0),[5.0.0,)'), { nil: undefined }),
      r: fc.option(fc.constantFrom('n', 'b', 'e'), { nil: undefined }),
      ...{ i: flag, va: flag, adv: flag, expr: flag, dep: flag, pw: flag, ext: flag },
      ...{ im: word, ic: word, rm: word, min: word, max: word },
      re: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
      d: fc.option(fc.string(), { nil: undefined }),
    })
    .map((record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)));

  fc.assert(fc.property(field, (record) => expect(readField(writeField(record as never))).toEqual(record)));
});

test('given any sorted lines, when searched, then they answer as a map does', () => {
  const entries = fc.dictionary(fc.stringMatching(/^[a-c ]{1,4}$/), fc.stringMatching(/^[\w ]{0,6}$/));
  fc.assert(
    fc.property(entries, fc.stringMatching(/^[a-c ]{0,3}$/), (map, prefix) => {
      const lines = Object.entries(map).map(([key, value]) => `${key}\t${value}`);
      const sorted = new SortedLines(lines.sort((a, b) => (a < b ? -1 : 1)).join('\n'));

      for (const [key, value] of Object.entries(map)) expect(sorted.get(key)).toBe(value);
      if (!Object.hasOwn(map, prefix)) expect(sorted.get(prefix)).toBeUndefined();
      expect(Object.fromEntries(sorted.startingWith(prefix))).toEqual(
        Object.fromEntries(
          Object.entries(map)
            .filter(([key]) => key.startsWith(prefix))
            .map(([key, value]) => [key.slice(prefix.length), value]),
        ),
      );
    }),
  );
});
