import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Project, type Outcome } from '../support/project';

const CACHE = 'node_modules/.cache/cdk8s-interlok';

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
const lists = (): string[] => project.list(CACHE).filter((name) => name.endsWith('.json'));
const bundles = (): string[] => project.list(CACHE).filter((name) => !name.endsWith('.json'));

test('given a script that ran, when it runs again, then the same bundle is used, with the code that V8 compiled', () => {
  expect(run()).toEqual({ code: 0, stdout: 'first!', stderr: '' });
  const [name = ''] = bundles();
  const made = statSync(join(project.directory, CACHE, name, 'app.js')).ino;

  expect(run().stdout).toBe('first!');
  expect(bundles()).toEqual([name]);
  expect(statSync(join(project.directory, CACHE, name, 'app.js')).ino).toBe(made);
  expect(project.list(join(CACHE, name))).toEqual(['app.js', 'app.js.map', expect.stringMatching(/\.cache$/)]);
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
  expect(bundles()).toHaveLength(1);
});

test('given a new file that an import resolves to instead, when the script runs again, then it is used', () => {
  project.write('print.ts', `import { end } from './ends';\nprocess.stdout.write(end);\n`);
  project.write('ends/index.ts', `export const end = 'directory';\n`);
  expect(run().stdout).toBe('directory');

  project.write('ends.ts', `export const end = 'file';\n`);

  expect(run().stdout).toBe('file');
});

test('given a source that changed within its size and time, when the script runs again, then it runs as it is now', () => {
  const path = join(project.directory, 'word.ts');
  run();
  const { atime, mtime } = statSync(path);

  writeFileSync(path, readFileSync(path, 'utf8').replace('first', 'third'));
  utimesSync(path, atime, mtime);

  expect(run().stdout).toBe('third!');
});

test('given tsconfig.json that changed, when the script runs again, then it is bundled again', () => {
  run();
  const before = bundles();

  project.write('tsconfig.json', project.read('tsconfig.json').replace('ES2022', 'ES2021'));
  run();

  expect(bundles()).not.toEqual(before);
});

test.each<[string, (bundle: string) => void]>([
  ['a bundle that is gone', (bundle) => rmSync(bundle, { recursive: true })],
  ['a damaged bundle', (bundle) => writeFileSync(join(bundle, 'app.js'), '(')],
  ['a damaged code cache', (bundle) => writeFileSync(join(bundle, `${process.version}-${process.arch}.cache`), 'x')],
  ['a damaged list of inputs', () => project.write(`${CACHE}/${lists()[0] ?? ''}`, '{')],
])('given %s, when the script runs again, then it runs all the same', (_what, damage) => {
  run();

  damage(join(project.directory, CACHE, bundles()[0] ?? ''));

  expect(run()).toEqual({ code: 0, stdout: 'first!', stderr: '' });
});

test('given a cache that cannot be written, when the script runs, then it runs all the same', () => {
  project.write('node_modules/.cache', 'a file');

  expect(run()).toEqual({ code: 0, stdout: 'first!', stderr: '' });
});

test('given settings that extend others beside a source, when those change, then the script is bundled again', () => {
  project.write('tsconfig.base.json', '{}');
  project.write('tsconfig.json', '{ "extends": "./tsconfig.base.json" }');
  run();
  const before = bundles();

  project.write('tsconfig.base.json', '{ "compilerOptions": { "target": "ES2021" } }');
  run();

  expect(before).toHaveLength(1);
  expect(bundles()).not.toEqual(before);
});

test('given settings that another file has a say in, when the script runs, then no bundle is kept', () => {
  project.write('settings/base.json', '{}');
  project.write('tsconfig.json', '{ "extends": "./settings/base.json" }');

  expect(run()).toEqual({ code: 0, stdout: 'first!', stderr: '' });
  expect(existsSync(join(project.directory, CACHE))).toBe(false);
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

test.each([[[]], [['nope.ts']]])(
  'given the arguments %j, when the runner is started, then the usage is printed',
  (args) => {
    expect(project.node(['scripts/run.mjs', ...args])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Usage: node scripts/run.mjs') as string,
    });
  },
);
