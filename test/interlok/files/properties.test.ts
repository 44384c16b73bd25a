import fc from 'fast-check';
import { PropertiesFile } from '../../../lib/interlok/files/properties';

function read(text: string): PropertiesFile {
  return new PropertiesFile('x.properties', Buffer.from(text));
}

describe('PropertiesFile', () => {
  test('given a repeated key, when looked up, then the last one counts', () => {
    const file = read('a=1\nb = 2\na:3\n');
    expect(file.get('a')).toMatchObject({ value: '3', at: { file: 'x.properties', line: 3, column: 1 } });
    expect(file.effective().map(({ key, value }) => [key, value])).toEqual([
      ['b', '2'],
      ['a', '3'],
    ]);
    expect(file.get('b')?.valueAt).toEqual({ file: 'x.properties', line: 2, column: 5 });
  });

  test('given continued lines, comments and escapes, when read, then they are as Java reads them', () => {
    const file = read('# c\n! d\nk = one, \\\n    two\nu=\\u00fc\np=c:\\\\x\r\nempty\n');
    expect(file.entries.map(({ key, value }) => [key, value])).toEqual([
      ['k', 'one, two'],
      ['u', 'ü'],
      ['p', 'c:\\x'],
      ['empty', ''],
    ]);
  });

  test('given UTF-8 before a value, when its place is asked for, then the column is the editor’s and the value ISO-8859-1', () => {
    const entry = read('schlüssel=ü').entries[0];
    expect(entry?.valueAt.column).toBe(11);
    expect(entry?.value).toBe('Ã¼');
  });

  test('given \\u without four digits, when read, then it is malformed at that place', () => {
    expect(read('a=1\nb=c:\\users').malformed).toEqual([{ file: 'x.properties', line: 2, column: 5 }]);
    expect(read('b=c:\\\\users').malformed).toEqual([]);
  });

  test('given keys and values without escapes, when written and read, then they are the same', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'X', 'Z', '0', '9', '.', '-', '_'),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.dictionary(word, word), fc.constantFrom('\n', '\r\n', '\r'), (entries, newline) => {
        const file = read(
          Object.entries(entries)
            .map(([key, value]) => `${key}=${value}`)
            .join(newline),
        );
        expect(Object.fromEntries(file.entries.map(({ key, value }) => [key, value]))).toEqual({ ...entries });
      }),
    );
  });
});
