import { buildSync } from 'esbuild';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainApp } from '../../../cli/explain/app';
import type { Explanation } from '../../../lib';
import { directoryOf } from '../../support/config';

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
  const printed = { stdout: '', stderr: '' };
  const output = (name: keyof typeof printed): { color: boolean; write: (text: string) => void } => ({
    color: false,
    write: (text) => void (printed[name] += text),
  });
  const context = { stdout: output('stdout'), stderr: output('stderr') };
  const command = `"${process.execPath}" ${file}`;
  const code = await explainApp(command, undefined, (rows) => JSON.stringify(rows), context, collect);
  const rows = printed.stdout === '' ? undefined : (JSON.parse(printed.stdout) as Explanation[]);
  return { code, rows, stderr: printed.stderr, left: readdirSync(directory) };
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
