import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Outcome, Project } from '../support/project';

/** A main.ts with a chart of one object for each name, and more statements after the synth. */
function main(charts: readonly string[], after = ''): string {
  return `
    import { ApiObject, App, Chart } from 'cdk8s';
    import { label } from './label';
    import { UserError } from './lib/errors/user-error';
    import { reportFindings } from './lib/findings/collector';
    void [UserError, reportFindings];
    const app = new App();
    for (const name of ${JSON.stringify(charts)}) {
      const chart = new Chart(app, name);
      new ApiObject(chart, 'object', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, labels: { label } } });
    }
    app.synth();
    ${after}
  `;
}

const FINDING = `{ file: 'config/adapter.xml', line: 3, column: 5, rule: 'a-rule', message: 'is wrong', hint: 'fix it' }`;
const WARNING = FINDING.replace('{', `{ severity: 'warning' as const,`);
const ERROR = FINDING.replace('{', `{ severity: 'error' as const,`);

let project: Project;
beforeAll(() => {
  project = new Project({ 'main.ts': main(['one']), 'label.ts': `export const label: string = 'first';\n` });
});
afterAll(() => project.remove());

/** Gives the project a main.ts that succeeds, and dist/ its manifest. */
function succeed(): string {
  project.write('main.ts', main(['one']));
  expect(project.synth()).toMatchObject({ code: 0, stderr: '' });
  return project.read('dist/one.k8s.yaml');
}

test('given a main.ts, when it is run, then its manifests are in dist/, listed, and nothing else is written', () => {
  project.write('main.ts', main(['one', 'two']));

  const { code, stdout, stderr } = project.synth();

  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: '  - dist/one.k8s.yaml\n  - dist/two.k8s.yaml\n',
    stderr: '',
  });
  expect(project.list('dist')).toEqual(['one.k8s.yaml', 'two.k8s.yaml']);
  expect(project.list('build')).toEqual([]);
});

test('given a main.ts that goes on later, when it is run, then what it writes then is published too', () => {
  const later = `new Chart(app, 'later'); setTimeout(() => void Promise.resolve().then(() => app.synth()), 20);`;
  succeed();
  project.write('main.ts', main(['one'], later));

  expect(project.synth()).toMatchObject({ code: 0, stdout: '  - dist/later.k8s.yaml\n  - dist/one.k8s.yaml\n' });
});

test('given manifests of charts that are gone, when main.ts is run, then they are removed and other files stay', () => {
  succeed();
  project.write('dist/old.k8s.yaml', 'kind: Old\n');
  project.write('dist/folder/old.yaml', 'kind: Old\n');
  project.write('dist/.keep', '');

  const { stdout } = project.synth();

  expect(project.list('dist')).toEqual(['.keep', 'one.k8s.yaml']);
  expect(stdout).toContain('dist/old.k8s.yaml removed');
  rmSync(join(project.directory, 'dist/.keep'));
});

test('given manifests that did not change, when main.ts is run, then their files are not written', () => {
  succeed();
  const path = join(project.directory, 'dist/one.k8s.yaml');
  const before = statSync(path).mtimeMs;

  project.synth();

  expect(statSync(path).mtimeMs).toBe(before);
});

test.each<[string, string, RegExp]>([
  [
    'a finding that is an error',
    `reportFindings([${ERROR}, ${WARNING}]);`,
    /:3:5: error: is wrong; fix it \[a-rule\]\n/,
  ],
  ['a UserError', `throw new UserError('replicas: got 0');`, /^replicas: got 0\n/],
  ['a rejected promise', `void Promise.reject(new UserError('later'));`, /^later\n/],
  ['an exit code', `process.exit(3);`, /^Nothing was written/],
  [
    'a failed validation of cdk8s',
    `const c = new Chart(app, 'bad'); c.node.addValidation({ validate: () => ['no'] }); app.synth();`,
    /^Validation failed.*\n {2}\[bad\] no\n/,
  ],
])(
  'given %s, when main.ts is run, then it fails without a stack trace and dist/ is as before',
  (_what, code, message) => {
    const manifest = succeed();
    project.write('main.ts', main(['one', 'other'], code));

    const outcome = project.synth();

    expect(outcome.code).toBe(code.includes('exit(3)') ? 3 : 1);
    expect(outcome.stderr).toMatch(message);
    expect(outcome.stderr).toContain('Nothing was written');
    expect(outcome.stderr).not.toMatch(/^\s+at /m);
    expect(project.list('dist')).toEqual(['one.k8s.yaml']);
    expect(project.read('dist/one.k8s.yaml')).toBe(manifest);
    expect(project.list('build')).toEqual([]);
  },
);

test('given warnings alone, when main.ts is run, then they are printed and the manifests are written', () => {
  project.write('main.ts', main(['one'], `reportFindings([${WARNING}]);`));

  const { code, stdout, stderr } = project.synth();

  expect({ code, stderr }).toEqual({
    code: 0,
    stderr: 'config/adapter.xml:3:5: warning: is wrong; fix it [a-rule]\n1 warning\n',
  });
  expect(stdout).toBe('  - dist/one.k8s.yaml\n');
});

test('given any other error, when main.ts is run, then its stack trace names the sources', () => {
  project.write('main.ts', main(['one'], `\nfunction broken(): void {\n  throw new TypeError('oops');\n}\nbroken();`));

  const { code, stderr } = project.synth();

  expect(code).toBe(1);
  expect(stderr).toMatch(/^TypeError: oops\n {4}at broken \(main\.ts:\d+:\d+\)\n {4}at main\.ts/);
  expect(stderr).not.toMatch(/\.cache|\.mjs/);
});

test('given an error that follows from a finding, when main.ts is run, then there is no stack trace', () => {
  project.write('main.ts', main(['one'], `reportFindings([${ERROR}]);\nthrow new TypeError('undefined is no model');`));

  const { code, stderr } = project.synth();

  expect({ code, trace: /^\s+at /m.test(stderr) }).toEqual({ code: 1, trace: false });
});

test('given a main.ts that does not compile, when it is run, then the place is printed and dist/ is as before', () => {
  const manifest = succeed();
  project.write('main.ts', `import { nothing } from './not-there';\nnothing();\n`);

  const { code, stderr } = project.synth();

  expect(code).toBe(1);
  expect(stderr).toMatch(/main\.ts:1:24: ERROR: Could not resolve "\.\/not-there"/);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(project.read('dist/one.k8s.yaml')).toBe(manifest);
});

test('given a main.ts that synthesizes nothing, when it is run, then it fails with the reason', () => {
  project.write('main.ts', 'export {};\n');

  expect(project.synth()).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^Nothing was written: main\.ts made no manifest/) as string,
  });
});

test('given CDK8S_OUTDIR, when main.ts is run, then the manifests go there and dist/ is as before', () => {
  const manifest = succeed();
  project.write('main.ts', main(['elsewhere']));
  mkdirSync(join(project.directory, 'out'));

  const { code } = project.synth({ CDK8S_OUTDIR: 'out' });

  expect(code).toBe(0);
  expect(project.list('out')).toEqual(['elsewhere.k8s.yaml']);
  expect(project.read('dist/one.k8s.yaml')).toBe(manifest);
});

test.each([
  ['dist/', {}, () => project.write('dist', 'a file')],
  ['CDK8S_OUTDIR', { CDK8S_OUTDIR: 'place/out' }, () => project.write('place', 'a file')],
])('given a %s that cannot be written, when main.ts is run, then one line says so', (_what, env, close) => {
  succeed();
  rmSync(join(project.directory, 'dist'), { recursive: true });
  close();

  const { code, stdout, stderr } = project.synth(env);

  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^Nothing was written: E[A-Z]+: [^\n]+\n$/);
  expect(project.list('.').filter((name) => name.startsWith('dist.'))).toEqual([]);
  for (const name of ['dist', 'place']) rmSync(join(project.directory, name), { force: true });
});

test('given a project that nobody may write to, when main.ts is run, then one line says so, and elsewhere it goes', () => {
  succeed();
  const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
  chmodSync(elsewhere, 0o777);
  chmodSync(project.directory, 0o555);
  // Root may write anywhere: it becomes nobody.
  const user = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const synth = (outdir: string): Outcome => project.node(['scripts/app.cjs'], { CDK8S_OUTDIR: outdir }, user);

  const here = synth('');
  const there = synth(join(elsewhere, 'out'));

  chmodSync(project.directory, 0o755);
  expect(here).toMatchObject({ code: 1, stdout: '' });
  expect(here.stderr).toMatch(/^Nothing was written: EACCES: permission denied, mkdir '[^\n]+'\n$/);
  expect(there).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(readdirSync(join(elsewhere, 'out'))).toEqual(['one.k8s.yaml']);
  rmSync(elsewhere, { recursive: true });
});

test('given an unknown option, when the app is started, then the usage is printed', () => {
  expect(project.node(['scripts/app.cjs', '--nope'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Usage: node scripts/app.cjs') as string,
  });
});

describe('cdk8s synth', () => {
  const cli = (): ReturnType<Project['node']> =>
    project.node(['node_modules/cdk8s-cli/bin/cdk8s', 'synth', '--check-upgrade=false']);

  test('given a main.ts that fails after one that did not, when it is run, then dist/ is that of the first', () => {
    const manifest = succeed();
    rmSync(join(project.directory, 'dist'), { recursive: true });
    const first = cli();
    project.write('main.ts', main(['other'], `throw new UserError('replicas: got 0');`));
    const second = cli();

    expect(first).toMatchObject({ code: 0, stderr: '  - dist/one.k8s.yaml\n' });
    expect(first.stdout).toContain('build/dist/one.k8s.yaml');
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/^replicas: got 0\nNothing was written\nERROR: synthesis failed.*\n$/);
    expect(project.list('dist')).toEqual(['one.k8s.yaml']);
    expect(project.read('dist/one.k8s.yaml')).toBe(manifest);
  });
});
