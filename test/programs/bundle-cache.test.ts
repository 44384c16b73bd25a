import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Project, type Outcome } from '../support/project';

const CACHE = 'node_modules/.cache/cdk8s-interlok/print-ts';

let project: Project;
beforeEach(() => {
  project = new Project({
    'print.ts': `import { word } from './word';\nimport data from './data.json';\nprocess.stdout.write(word + data.end);\n`,
    'word.ts': `export const word: string = 'first';\n`,
    'data.json': `{ "end": "!" }\n`,
  });
});
afterEach(() => project.remove());

const run = (...args: string[]): Outcome => project.node(['scripts/run.mjs', 'print.ts', ...args]);
/** The name of the kept bundle, which is new for each one. */
const bundle = (): string => project.list(CACHE).find((name) => name.endsWith('.js')) ?? '';

test('given a script that ran, when it runs again, then the same bundle is used, with the code that V8 compiled', () => {
  expect(run()).toEqual({ code: 0, stdout: 'first!', stderr: '' });
  const kept = project.list(CACHE);

  expect(kept).toEqual([expect.stringMatching(/\.js$/), expect.stringMatching(/\.js\.v8$/), 'kept.json']);
  expect(run().stdout).toBe('first!');
  expect(project.list(CACHE)).toEqual(kept);
});

test.each<[string, () => void, string]>([
  ['a source', () => project.write('word.ts', `export const word: string = 'other';\n`), 'other!'],
  ['a JSON file', () => project.write('data.json', '{ "end": "?" }\n'), 'first?'],
  ['a compiled file beside its source', () => project.write('word.js', `exports.word = 'stale';\n`), 'first!'],
  ['a new directory of that name', () => project.write('word/index.ts', 'syntax error'), 'first!'],
])('given %s that changed, when the script runs again, then it runs as it is now', (_what, change, expected) => {
  run();

  change();

  expect(run()).toMatchObject({ code: 0, stdout: expected });
  expect(project.list(CACHE)).toHaveLength(3);
});

test('given a new file that an import resolves to instead, when the script runs again, then it is used', () => {
  project.write('print.ts', `import { end } from './ends';\nprocess.stdout.write(end);\n`);
  project.write('ends/index.ts', `export const end = 'directory';\n`);
  expect(run().stdout).toBe('directory');

  project.write('ends.ts', `export const end = 'file';\n`);

  expect(run().stdout).toBe('file');
});

test('given a source that was replaced by an older one of its size, when the script runs again, then that one runs', () => {
  const path = join(project.directory, 'word.ts');
  project.write('backup', readFileSync(path, 'utf8').replace('first', 'older'));
  utimesSync(join(project.directory, 'backup'), new Date('2020-01-01'), new Date('2020-01-01'));
  run();

  renameSync(join(project.directory, 'backup'), path);

  expect(run().stdout).toBe('older!');
});

test('given a source that changed within its size and time, when the script runs again, then it runs as it is now', () => {
  const path = join(project.directory, 'word.ts');
  run();
  const { atime, mtime } = statSync(path);

  writeFileSync(path, readFileSync(path, 'utf8').replace('first', 'third'));
  utimesSync(path, atime, mtime);

  expect(run().stdout).toBe('third!');
});

test('given settings that changed, when the script runs again, then it is bundled with these', () => {
  project.write('print.ts', `class A { x; constructor() { process.stdout.write(String('x' in this)); } }\nnew A();\n`);
  const settings = (value: boolean): string => `{ "compilerOptions": { "useDefineForClassFields": ${String(value)} } }`;
  project.write('tsconfig.json', settings(true));
  expect(run().stdout).toBe('true');

  project.write('tsconfig.json', settings(false));

  expect(run().stdout).toBe('false');
});

test('given settings that extend others, when the script runs again, then it is bundled anew, whatever these say', () => {
  project.write('settings/base.json', '{}');
  project.write('tsconfig.json', '{ "extends": "./settings/base.json" }');
  run();
  const before = bundle();

  run();

  expect(bundle()).not.toBe(before);
});

test.each<[string, (file: string) => void]>([
  ['a bundle that is gone', (file) => rmSync(file)],
  ['a damaged bundle', (file) => writeFileSync(file, '(')],
  ['a damaged code cache', (file) => writeFileSync(`${file}.v8`, 'x')],
  ['a damaged list of inputs', () => project.write(`${CACHE}/kept.json`, '{')],
])('given %s, when the script runs again, then it runs all the same', (_what, damage) => {
  run();

  damage(join(project.directory, CACHE, bundle()));

  expect(run()).toEqual({ code: 0, stdout: 'first!', stderr: '' });
});

test('given another program of the same length, when it runs, then it is not what V8 kept of the first', () => {
  run();
  const compiled = readFileSync(join(project.directory, CACHE, `${bundle()}.v8`));
  project.write('word.ts', `export const word: string = 'other';\n`);
  run();

  expect(readFileSync(join(project.directory, CACHE, `${bundle()}.v8`))).not.toEqual(compiled);
  expect(run().stdout).toBe('other!');
});

test('given characters of all kinds, when the script runs from its kept bundle, then they are as they are', () => {
  project.write('print.ts', '/*! © */\nprocess.stdout.write(`é${String.raw`ü€`}${/😀/u.source}`);\n');
  run();

  expect(run().stdout).toBe('éü€😀');
});

test('given a cache that cannot be written, when the script runs, then it runs all the same', () => {
  project.write('node_modules/.cache', 'a file');

  expect(run()).toEqual({ code: 0, stdout: 'first!', stderr: '' });
});

test('given a script that asks for its own place and arguments, when it runs, then it gets them', () => {
  project.write('print.ts', `process.stdout.write([__filename, ...process.argv.slice(1)].join(' '));\n`);
  const file = join(project.directory, 'print.ts');

  expect(run('--', '--flag', 'x').stdout).toBe(`${file} ${file} --flag x`);
});

test('given scripts that start when they are the main one, when one imports the other, then only one starts', () => {
  const start = (name: string): string => `if (require.main === module) process.stdout.write('${name}');\n`;
  project.write('word.ts', `export const word = 1;\n${start('word')}`);
  project.write('print.ts', `import { word } from './word';\nvoid word;\n${start('print')}`);

  expect(run()).toEqual({ code: 0, stdout: 'print', stderr: '' });
});

test('given a script that fails later, when it runs, then the trace names the source and the exit code is 1', () => {
  project.write('print.ts', `setTimeout(() => {\n  throw new RangeError('late');\n}, 1);\n`);

  expect(run()).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^RangeError: late\n.*print\.ts:2:9/) as string,
  });
});

test('given no script, when the runner is started, then the usage is printed', () => {
  expect(project.node(['scripts/run.mjs'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Usage: node scripts/run.mjs') as string,
  });
});

test('given a script that is not there, when the runner is started, then it says so without a stack trace', () => {
  const { code, stderr } = project.node(['scripts/run.mjs', 'nope.ts']);

  expect({ code, trace: /^\s+at /m.test(stderr) }).toEqual({ code: 1, trace: false });
  expect(stderr).toContain('Could not resolve "./nope.ts"');
});

test('given no compiler, when a script is run, then it says so, and what to do, in one line', () => {
  rmSync(join(project.directory, 'node_modules/esbuild'));

  expect(run()).toEqual({
    code: 1,
    stdout: '',
    stderr: 'esbuild, which compiles main.ts, is not installed: run npm ci, without --omit=dev\n',
  });
});

test('given a package with native code, when a script imports it, then it is loaded from node_modules', () => {
  project.write(
    'node_modules/native/index.js',
    `exports.word = () => require('./native.node');\nexports.own = __dirname;`,
  );
  project.write('node_modules/native/native.node', '');
  project.write('print.ts', `import { own } from 'native';\nprocess.stdout.write(own);\n`);

  expect(run()).toEqual({ code: 0, stdout: join(project.directory, 'node_modules/native'), stderr: '' });
});
