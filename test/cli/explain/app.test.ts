import { buildSync } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../../cli/context';
import { explainApp } from '../../../cli/explain/app';
import { compare } from '../../../cli/explain/compare';
import type { Explanation } from '../../../lib';
import { directoryOf } from '../../support/config';
import { commitAll } from '../../support/git';

/** The program that is loaded first, compiled as the package has it. */
const collect = join(directoryOf({}), 'collect-explanations.js');
/** A copy of the library, as the package in a project is one beside the command's. */
const library = join(directoryOf({}), 'library.js');
beforeAll(() => {
  for (const [entry, outfile] of [
    ['cli/explain/collect-explanations.ts', collect],
    ['test/support/library.ts', library],
  ] as const)
    buildSync({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'cjs' });
});

/** What is printed, and how it ends. */
async function printedBy(
  explain: (context: Pick<Context, 'stdout' | 'stderr'>) => Promise<number>,
): Promise<{ readonly code?: number; readonly error?: string; readonly stdout: string; readonly stderr: string }> {
  const printed = { stdout: '', stderr: '' };
  const output = (name: keyof typeof printed): Context['stdout'] => ({
    color: false,
    write: (text) => void (printed[name] += text),
  });
  try {
    const code = await explain({ stdout: output('stdout'), stderr: output('stderr') });
    return { code, ...printed };
  } catch (error) {
    return { error: (error as Error).message, ...printed };
  }
}

/** Explains an app with this program. */
async function explain(program: string): Promise<{
  readonly code: number;
  readonly rows: readonly Explanation[] | undefined;
  readonly stderr: string;
  readonly left: readonly string[];
}> {
  const directory = directoryOf({});
  const file = join(directory, 'main.cjs').replaceAll('\\', '/');
  writeFileSync(
    file,
    `const { App, InterlokChart, reportFindings } = require(${JSON.stringify(library)});
    const app = new App();
    ${program}`,
  );
  const command = `"${process.execPath}" ${file}`;
  const {
    code = 0,
    stdout,
    stderr,
  } = await printedBy((context) =>
    explainApp(
      {
        ...{ app: command, appIn: () => undefined, collect, main: undefined, revision: undefined },
        render: (rows) => JSON.stringify(rows),
      },
      context,
    ),
  );
  const rows = stdout === '' ? undefined : (JSON.parse(stdout) as Explanation[]);
  return { code, rows, stderr, left: readdirSync(directory) };
}

const CHART = `new InterlokChart(app, 'orders', { config: ${JSON.stringify(join(process.cwd(), 'config'))}, replicas: 3 });`;
const report = (severity: string): string =>
  `reportFindings([{ rule: 'some-rule', severity: '${severity}', file: 'adapter.xml', message: 'so it is', hint: 'see there' }]);`;

test('given an app, then what it makes is explained with its props, and nothing is left of it', async () => {
  const { code, rows, stderr, left } = await explain(`${CHART} app.synth(); console.log('made');`);

  expect({ code, stderr, left }).toEqual({ code: 0, stderr: 'made\n', left: ['main.cjs'] });
  expect(rows?.find(({ kind, field }) => kind === 'Deployment' && field === 'spec.replicas')).toEqual({
    kind: 'Deployment',
    name: 'orders',
    field: 'spec.replicas',
    value: 3,
    sources: [{ kind: 'prop', prop: 'replicas' }],
    why: 'how many pods run',
  });
});

test('given warnings, then they are on stderr, and the rest is explained', async () => {
  const { code, rows, stderr } = await explain(`${CHART} ${report('warning')} app.synth();`);

  expect(code).toBe(0);
  expect(stderr).toMatch(/^adapter\.xml: warning: so it is; .*\n1 warning\n$/);
  expect(rows).not.toEqual([]);
});

test('given an error, then it is on stderr, and nothing is explained', async () => {
  const { code, rows, stderr } = await explain(`${CHART} ${report('error')} app.synth();`);

  expect({ code, rows }).toEqual({ code: 1, rows: undefined });
  expect(stderr).toContain('adapter.xml: error: so it is');
});

test('given an app that fails half-way, then its code and its words are passed on, and nothing is explained', async () => {
  expect(await explain(`${CHART} console.error('no more'); process.exit(3);`)).toMatchObject({
    code: 3,
    rows: undefined,
    stderr: 'no more\n',
  });
});

test('given an app that makes nothing of the library, then there are no rows', async () => {
  expect(await explain('app.synth();')).toMatchObject({ code: 0, rows: [] });
});

describe('given a revision', () => {
  const MAIN = `const { App, InterlokChart } = require('a-library');
    const app = new App();
    new InterlokChart(app, 'orders', { config: 'config', replicas: REPLICAS, env: require('./env.cjs') });
    app.synth();`;
  /** A project below the top of a repository, with a package that git does not know. */
  const committed = (): string => {
    const top = directoryOf({
      '.gitignore': 'node_modules/\nenv.cjs\n',
      'orders/main.cjs': MAIN.replace('REPLICAS', '2'),
      'orders/env.cjs': 'module.exports = {};',
      'node_modules/a-library/index.js': `module.exports = require(${JSON.stringify(library)});`,
    });
    cpSync('config', join(top, 'orders/config'), { recursive: true });
    return top;
  };
  const run = async (directory: string, revision: string): Promise<Awaited<ReturnType<typeof printedBy>>> =>
    printedBy(async (context) =>
      explainApp(
        {
          ...{ app: RUN, appIn: (copy) => (existsSync(join(copy, 'main.cjs')) ? RUN : undefined), directory, collect },
          ...{ main: undefined, revision, render: (rows, before = []) => JSON.stringify(compare(before, rows)) },
        },
        context,
      ),
    );
  const RUN = `"${process.execPath}" main.cjs`;

  test('then the app is run as it was, with the packages of now, and git knows nothing of it', async () => {
    const top = committed();
    writeFileSync(join(top, '.gitignore'), 'node_modules/\n');
    commitAll(top);
    writeFileSync(join(top, 'orders/main.cjs'), MAIN.replace('REPLICAS', '4'));

    const { code, stdout, stderr } = await run(join(top, 'orders'), 'HEAD');

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual([
      {
        ...{ kind: 'Deployment', name: 'orders', field: 'spec.replicas', before: 2, after: 4 },
        ...{ sources: [{ kind: 'prop', prop: 'replicas' }], why: 'how many pods run' },
      },
    ]);
    const status = spawnSync('git', ['status', '--porcelain'], { cwd: top, encoding: 'utf8' });
    expect(status.stdout).toBe(' M orders/main.cjs\n');
    expect(
      spawnSync('git', ['worktree', 'list'], { cwd: top, encoding: 'utf8' }).stdout.trim().split('\n'),
    ).toHaveLength(1);
  });

  test('at which the app fails, then what it says, why that may be, and what to do instead', async () => {
    const top = committed();
    commitAll(top);

    const { error, stderr } = await run(join(top, 'orders'), 'HEAD');

    expect(stderr).toContain("Cannot find module './env.cjs'");
    expect(error).toMatch(
      /^--diff: at HEAD the app failed with what is above\..*committed files alone.*explain config --diff/s,
    );
  });

  test('of which git knows nothing, or in which there was no app, then it says so', async () => {
    const top = committed();
    writeFileSync(join(top, '.gitignore'), 'main.cjs');
    commitAll(top);
    expect((await run(join(top, 'orders'), 'HEAD')).error).toContain('there is no app in cdk8s.yaml at HEAD');
    expect((await run(join(top, 'orders'), 'none')).error).toContain("got 'none', expected a revision of git");
  });
});
