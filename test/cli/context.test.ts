import type { WriteStream } from 'node:tty';
import { outputOf } from '../../cli/context';

const before = process.env['NO_COLOR'];
afterEach(() => {
  if (before === undefined) Reflect.deleteProperty(process.env, 'NO_COLOR');
  else process.env['NO_COLOR'] = before;
});

function stream(isTTY: boolean, hasColors: boolean): WriteStream & NodeJS.WriteStream {
  const written: string[] = [];
  const fake = {
    isTTY,
    columns: 120,
    hasColors: () => hasColors,
    write: (text: string) => written.push(text),
    written,
  };
  return fake as unknown as WriteStream & NodeJS.WriteStream;
}

test.each([
  ['a terminal with colours', true, true, '', true],
  ['a terminal with colours and NO_COLOR', true, true, '1', false],
  ['a terminal without colours', true, false, '', false],
  ['a file', false, true, '', false],
])('given %s, then colours are as they should be', (_what, isTTY, hasColors, noColor, expected) => {
  process.env['NO_COLOR'] = noColor;

  expect(outputOf(stream(isTTY, hasColors)).color).toBe(expected);
});

test('given a terminal, then its width is known, and that of a file is not', () => {
  expect(outputOf(stream(true, true)).columns).toBe(120);
  expect(outputOf(stream(false, false)).columns).toBeUndefined();
});
