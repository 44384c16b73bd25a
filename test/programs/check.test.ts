import type { Log } from 'sarif';
import { Project, type Outcome } from '../support/project';

const FINDING = `{ file: 'config/adapter.xml', rule: 'a-rule', message: 'is wrong', hint: 'fix it', severity: `;

let project: Project;
beforeAll(() => {
  project = new Project({});
});
afterAll(() => project.remove());

/** Checks a main.ts that reports findings of these severities. */
function check(severities: readonly string[], ...args: string[]): Outcome {
  const findings = severities.map((severity) => `${FINDING} '${severity}' }`).join(', ');
  project.write(
    'main.ts',
    `import { App, Chart } from 'cdk8s';
    import { reportFindings } from './lib/findings/collector';
    const app = new App();
    new Chart(app, 'chart');
    reportFindings([${findings}]);
    app.synth();`,
  );
  const outcome = project.node(['scripts/check.mjs', ...args]);
  expect(project.list('dist')).toEqual([]);
  expect(project.list('build')).toEqual([]);
  return outcome;
}

test('given no findings, when main.ts is checked, then it says so and exits with 0', () => {
  expect(check([])).toEqual({ code: 0, stdout: 'no findings\n', stderr: '' });
});

test('given a warning, when main.ts is checked, then it is printed and the exit code is 0', () => {
  const stdout = 'config/adapter.xml: warning: is wrong; fix it [a-rule]\n1 warning\n';

  expect(check(['warning'])).toEqual({ code: 0, stdout, stderr: '' });
});

test('given an error, when main.ts is checked as JSON, then the document holds it and the exit code is 1', () => {
  const { code, stdout } = check(['error', 'warning'], '--format', 'json');

  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ errors: 1, warnings: 1, findings: [{ rule: 'a-rule' }, {}] });
});

test('given an error, when main.ts is checked as SARIF, then the log has the result and every rule', () => {
  const { code, stdout } = check(['error'], '--format', 'sarif');

  expect(code).toBe(1);
  const [run] = (JSON.parse(stdout) as Log).runs;
  expect(run?.results).toMatchObject([{ ruleId: 'a-rule', level: 'error' }]);
  expect(run?.tool.driver.rules?.map(({ id }) => id)).toContain('unknown-element');
});

test('given directories, when they are checked, then main.ts is not run', () => {
  project.write('main.ts', 'throw new Error();');
  project.write('orders/adapter.xml', '<adapter>\n</adaptr>\n');

  const { code, stdout, stderr } = project.node(['scripts/check.mjs', 'orders']);

  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  expect(stdout).toMatch(/^orders\/adapter\.xml:2:\d+: error: .* \[malformed-xml\]\n1 error\n$/);
});

test.each([[['--format', 'xml']], [['--nope']], [['--replicas', '2']]])(
  'given the arguments %j, when it is started, then it exits with 2',
  (args) => {
    expect(project.node(['scripts/check.mjs', ...args])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining("See 'cdk8s-interlok check --help'") as string,
    });
  },
);

test('given a main.ts that fails, when it is checked, then nothing says that there are no findings', () => {
  project.write('main.ts', `throw new Error('broken');`);

  const { code, stdout, stderr } = project.node(['scripts/check.mjs']);

  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('broken');
});
