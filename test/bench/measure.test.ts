import { measure, median, readTimes } from '../../bench/measure';
import { directoryOf } from '../support/config';

test('given what bash says of its children, when it is read, then user and system time are added', () => {
  const text = '1700000000.250000 1700000001.500000\n0m0.001s 0m0.002s\n1m2.500s 0m0.250s\n';

  expect(readTimes(text)).toEqual({ wall: 1250, cpu: 62_750 });
});

test('given a program, when it is measured, then its time is that of its children too', () => {
  const busy = 'const end = Date.now() + 150; while (Date.now() < end);';
  const child = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(busy)}])`;

  const { wall, cpu } = measure({ command: [process.execPath, '-e', child] });

  expect(wall).toBeGreaterThan(150);
  expect(cpu).toBeGreaterThan(75);
});

test('given an output of before, when a program is measured, then it starts without it', () => {
  const output = directoryOf({ 'old.yaml': '' });
  const command = [process.execPath, '-e', `process.exit(require('node:fs').existsSync('${output}') ? 1 : 0)`];

  expect(() => measure({ command, output })).not.toThrow();
});

test('given a program that fails, when it is measured, then the error has its message', () => {
  const command = [process.execPath, '-e', 'console.error("no such adapter"); process.exit(3)'];

  expect(() => measure({ command })).toThrow(/ended with 3\nno such adapter/);
});

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[7], 7],
])('given %j, when the median is asked for, then it is %d', (numbers, expected) => {
  expect(median(numbers)).toBe(expected);
});
