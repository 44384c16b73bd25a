import { NOT_INSTALLED, runCommand, TIMED_OUT } from '../../cluster/run-command';

const node = process.execPath;

test('given a program, then its exit code and both outputs come back, and each line as it comes', async () => {
  const lines: string[] = [];
  const script = 'console.log("one\\ntwo"); console.error("three"); process.stdout.write("four"); process.exitCode = 7';
  const result = await runCommand(node, ['-e', script], { onLine: (line) => lines.push(line) });
  expect(result).toEqual({ code: 7, stdout: 'one\ntwo\nfour', stderr: 'three\n' });
  expect(lines.sort()).toEqual(['four', 'one', 'three', 'two']);
});

test('given arguments with spaces and quotes, then the program gets them as they are', async () => {
  const { stdout } = await runCommand(node, ['-p', 'process.argv[1]', `a "b" $HOME 'c'`]);
  expect(stdout).toBe(`a "b" $HOME 'c'\n`);
});

test('given a program that does not exist, then the code says so', async () => {
  expect((await runCommand('no-such-program-here', [])).code).toBe(NOT_INSTALLED);
});

test('given a program that takes too long, then it is ended', async () => {
  const result = await runCommand(node, ['-e', 'setInterval(() => {}, 1000)'], { timeoutMs: 200 });
  expect(result.code).toBe(TIMED_OUT);
});
