import fc from 'fast-check';
import { offsetBefore, replaceVariables, variablesIn } from '../../../lib/interlok/variables/variable-text';

const marks = { prefix: '${', postfix: '}' };

describe('variablesIn', () => {
  test.each([
    ['${a} and ${b}', ['a', 'b']],
    ['${a${b}}', ['b']],
    ['${', []],
    ['}${}', ['']],
    ['${a', []],
  ])('given %s, when scanned, then the innermost variables are found', (text, names) => {
    expect([...variablesIn(text, marks)].map(({ name }) => name)).toEqual(names);
  });

  test('given the same mark on both sides, when a part between is no variable, then the closing mark may open the next', () => {
    const at = { prefix: '@', postfix: '@' };
    expect(replaceVariables('me@home: @x@', at, (name) => (name === 'x' ? '1' : undefined), 99).text).toBe(
      'me@home: 1',
    );
  });
});

describe('replaceVariables', () => {
  test('given any text, when replaced, then every character outside of a value comes from the place that the map says', () => {
    const piece = fc.constantFrom('${a}', '${b}', '${none}', '<x>', '\n', 'text', '${', '}');
    fc.assert(
      fc.property(fc.array(piece), fc.string(), fc.string(), (pieces, a, b) => {
        const before = pieces.join('');
        const values = new Map([
          ['a', a],
          ['b', b],
        ]);
        const { text, replacements } = replaceVariables(before, marks, (name) => values.get(name), 1e6);
        expect(text).toBe(
          before
            .split('${a}')
            .map((part) => part.replaceAll('${b}', () => b))
            .join(a),
        );
        for (let offset = 0; offset < text.length; offset++) {
          const inside = replacements.find(({ valueStart, valueEnd }) => valueStart <= offset && offset < valueEnd);
          const origin = offsetBefore(replacements, offset);
          if (inside === undefined) expect(before[origin]).toBe(text[offset]);
          else expect(before.startsWith(`\${${inside.name}}`, origin)).toBe(true);
        }
      }),
    );
  });

  test('given values that grow beyond the limit, when replaced, then the text stays as it is', () => {
    expect(replaceVariables('${a}${a}', marks, () => 'x'.repeat(10), 15)).toEqual({
      text: '${a}${a}',
      replacements: [],
      tooLarge: true,
    });
  });
});
