import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { UserError } from '../../lib/errors/user-error';
import { directoryOf } from '../support/config';

const REPOSITORY = resolve(__dirname, '../..');

/** Runs a program that imports lib/ as a user's own main.ts would, compiled and without the runner of this project. */
function run(program: string): { code: number | null; stderr: string } {
  const bundle = buildSync({
    stdin: { contents: program, resolveDir: REPOSITORY, loader: 'ts' },
    bundle: true,
    platform: 'node',
    write: false,
  });
  const file = `${directoryOf({ 'main.js': bundle.outputFiles[0]?.contents ?? '' })}/main.js`;
  const { status, stderr } = spawnSync(process.execPath, [file], { cwd: REPOSITORY, encoding: 'utf8' });
  return { code: status, stderr };
}

const IMPORTS = "import { UserError } from './lib/errors/user-error';\n";

describe('UserError', () => {
  test('given an error, when it is printed, then there is no stack trace', () => {
    expect(new UserError('wrong').stack).toBe('UserError: wrong');
  });

  test.each([
    ['throws it', "throw new UserError('what is wrong');"],
    ['throws it from an async function', "void (async () => { await 0; throw new UserError('what is wrong'); })();"],
    [
      'throws it after catching one',
      "try { throw new UserError('a'); } catch { throw new UserError('what is wrong'); }",
    ],
    ['throws it in a later turn', "setTimeout(() => { throw new UserError('what is wrong'); }, 1);"],
  ])('given a program that %s, when nobody catches it, then the message is all that is printed', (_how, program) => {
    expect(run(IMPORTS + program)).toEqual({ code: 1, stderr: 'what is wrong\n' });
  });

  test('given a program that catches it and fails otherwise, then that error is printed with its stack trace', () => {
    const { code, stderr } = run(`${IMPORTS}try { throw new UserError('a'); } catch { throw new TypeError('other'); }`);

    expect(code).toBe(1);
    expect(stderr).toMatch(/^TypeError: other\n +at /);
  });

  test('given a program that takes uncaught exceptions itself, then it gets this one', () => {
    const program = "process.on('uncaughtException', (error) => console.error(`taken: ${error.message}`));";

    expect(run(`${IMPORTS}${program}throw new UserError('wrong');`)).toEqual({ code: 0, stderr: 'taken: wrong\n' });
  });

  test('given a program that catches it, then nothing of it is left when the turn is over', () => {
    const program = `try { throw new UserError('a'); } catch {}
      setTimeout(() => console.error(process.listenerCount('uncaughtException')), 10);`;

    expect(run(IMPORTS + program)).toEqual({ code: 0, stderr: '0\n' });
  });

  test('given a main.ts of a user whose configuration has an error, then it is all that is printed', () => {
    const config = directoryOf({ 'adapter.xml': '<adapter>\n  <unique-id>a</unique-id>\n' });

    expect(
      run(`import { App } from 'cdk8s'; import { InterlokChart } from './lib';
        new InterlokChart(new App(), 'a', { config: ${JSON.stringify(config)} });`),
    ).toEqual({
      code: 1,
      stderr: [
        'Interlok would not run this configuration',
        `${config}/adapter.xml:3:1: error: malformed XML: unclosed tag: adapter; correct the XML here [malformed-xml]`,
        '1 error\n',
      ].join('\n'),
    });
  });
});
