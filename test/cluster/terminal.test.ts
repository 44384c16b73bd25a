import { openTerminal } from '../../cluster/terminal';

function written(isTTY: boolean, columns = 40) {
  const chunks: string[] = [];
  return { chunks, terminal: openTerminal({ isTTY, columns, write: (text) => chunks.push(text) }) };
}

test('given a terminal, when progress changes, then the line is replaced, and the next line takes its place', () => {
  const { chunks, terminal } = written(true);
  terminal.progress('1 of 3');
  terminal.progress('1 of 3');
  terminal.progress('2 of 3');
  terminal.line('done');
  expect(chunks).toEqual(['\r\u001b[2K1 of 3', '\r\u001b[2K2 of 3', '\r\u001b[2Kdone\n']);
});

test('given a narrow terminal, then progress never wraps', () => {
  const { chunks, terminal } = written(true, 10);
  terminal.progress('a text that is too long');
  expect(chunks).toEqual(['\r\u001b[2Ka text th']);
});

test('given no terminal, then each change is a plain line', () => {
  const { chunks, terminal } = written(false);
  terminal.progress('1 of 3');
  terminal.progress('1 of 3');
  terminal.progress('2 of 3');
  terminal.line('done');
  expect(chunks).toEqual(['1 of 3\n', '2 of 3\n', 'done\n']);
});
