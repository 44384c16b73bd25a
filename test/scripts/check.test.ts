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

test.each([[['--format', 'xml']], [['--nope']]])(
  'given the arguments %j, when it is started, then it exits with 2',
  (args) => {
    expect(project.node(['scripts/check.mjs', ...args])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('Usage: npm run check') as string,
    });
  },
);
