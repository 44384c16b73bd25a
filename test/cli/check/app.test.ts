import { buildSync } from 'esbuild';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkApp } from '../../../cli/check/app';
import { formatJson } from '../../../lib/findings';
import { aFinding } from '../../support/a-finding';
import { directoryOf } from '../../support/config';

/** The program that is loaded first, compiled as the package has it. */
const collect = join(directoryOf({}), 'with blank', 'collect-findings.js');
/** A copy of the reporter, as the package in a project is one beside the command's. */
const report = join(directoryOf({}), 'report.js');
beforeAll(() => {
  for (const [entry, outfile] of [
    ['cli/check/collect-findings.ts', collect],
    ['lib/findings/index.ts', report],
  ] as const)
    buildSync({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'cjs' });
});

/** Checks an app with this program. */
async function check(
  program: string,
  main?: string,
): Promise<{ code: number; stdout: string; stderr: string; left: string[] }> {
  const directory = directoryOf({});
  const file = join(directory, 'main.cjs').replaceAll('\\', '/');
  writeFileSync(file, `const { reportFindings } = require(${JSON.stringify(report)});\n${program}`);
  const printed = { stdout: '', stderr: '' };
  const output = (name: keyof typeof printed): { color: boolean; write: (text: string) => void } => ({
    color: false,
    write: (text) => void (printed[name] += text),
  });
  const context = { stdout: output('stdout'), stderr: output('stderr') };
  const code = await checkApp(`"${process.execPath}" ${file}`, main, formatJson, context, collect);
  return { code, ...printed, left: readdirSync(directory) };
}

const reporting = (...findings: readonly object[]): string => `reportFindings(${JSON.stringify(findings)});\n`;
const rulesIn = (json: string): string[] =>
  (JSON.parse(json) as { findings: { rule: string }[] }).findings.map(({ rule }) => rule);

test('given an app without findings, when it is checked, then nothing is found, and what it prints is on stderr', async () => {
  const { code, stdout, stderr } = await check(`console.log('made');`);
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'made\n' });
  expect(rulesIn(stdout)).toEqual([]);
});

test('given one that reports twice, of which the first are errors, then all are printed and the code is 1', async () => {
  const { code, stdout, stderr } = await check(
    reporting(aFinding({ rule: 'first' })) + reporting(aFinding({ rule: 'second', severity: 'warning' })),
  );
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(rulesIn(stdout)).toEqual(['first', 'second']);
});

test('given warnings alone, then the code is 0', async () => {
  expect(await check(reporting(aFinding({ severity: 'warning' })))).toMatchObject({ code: 0 });
});

test('given one that fails, then its code and its words are passed on, and nothing is said to be without fault', async () => {
  expect(await check(`console.error('wrong props'); process.exit(3);`)).toMatchObject({
    code: 3,
    stdout: '',
    stderr: 'wrong props\n',
  });
});

test('given manifests that it writes, then they are thrown away', async () => {
  const out = `const { CDK8S_OUTDIR } = process.env; require('node:fs').mkdirSync(CDK8S_OUTDIR);`;
  const { code, stderr, left } = await check(`${out} console.log(CDK8S_OUTDIR);`);
  expect({ code, left }).toEqual({ code: 0, left: ['main.cjs'] });
  expect(stderr).toContain(tmpdir());
  expect(existsSync(stderr.trim())).toBe(false);
});

test('given another main.ts than that of the app, then it is wrong use', async () => {
  await expect(check('', 'other.ts')).rejects.toThrow("'other.ts': how it is run is not known");
});
