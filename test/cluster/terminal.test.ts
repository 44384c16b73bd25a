import { openTerminal } from '../../cluster/terminal';

function written(isTTY: boolean, columns = 40) {
  const chunks: string[] = [];
  const errors = { write: (text: string) => chunks.push(`error: ${text}`) };
  return { chunks, terminal: openTerminal({ isTTY, columns, write: (text) => chunks.push(text) }, errors) };
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

test('given progress on a terminal, when the script fails, then the line is cleared and the error goes elsewhere', () => {
  const { chunks, terminal } = written(true);
  terminal.progress('1 of 3');
  terminal.error('it did not come up');
  expect(chunks.slice(1)).toEqual(['\r\u001b[2K', 'error: it did not come up\n']);
});
