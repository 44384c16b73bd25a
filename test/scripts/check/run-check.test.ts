import { runCheck } from '../../../scripts/check/run-check';
import { directoryOf } from '../../support/config';

const polling = `<adapter><unique-id>a</unique-id><channel-list><channel><unique-id>c</unique-id><workflow-list>
<standard-workflow><unique-id>w</unique-id><consumer class="polling-trigger"/></standard-workflow>
</workflow-list></channel></channel-list></adapter>`;
const onVariable = polling
  .replace('<unique-id>w', '<unique-id>${NAME}')
  .replace('polling-trigger', 'null-message-consumer');

function check(...argv: string[]): { code: ReturnType<typeof runCheck>; stdout: string; stderr: string } {
  const out = { stdout: '', stderr: '' };
  const code = runCheck(argv, {
    stdout: (text) => (out.stdout += text),
    stderr: (text) => (out.stderr += text),
  });
  return { code, ...out };
}

describe('directories', () => {
  it('given one without findings, then it says so and the code is 0', () => {
    const directory = directoryOf({ 'adapter.xml': '<adapter><unique-id>a</unique-id></adapter>' });
    expect(check(directory)).toEqual({ code: 0, stdout: 'no findings\n', stderr: '' });
  });

  it('given warnings alone, then they are printed and the code is 0', () => {
    const directory = directoryOf({ 'adapter.xml': polling });
    const { code, stdout } = check(directory);
    expect(code).toBe(0);
    expect(stdout).toContain(`${directory}/adapter.xml:2:44: warning: polling-trigger fires in every pod; `);
    expect(stdout).toMatch(/\[polling-in-every-pod\]\n1 warning\n$/);
  });

  it('given several, then all are checked and one error among them makes the code 1', () => {
    const good = directoryOf({ 'adapter.xml': '<adapter><unique-id>a</unique-id></adapter>' });
    const { code, stdout } = check(good, `${good}/nowhere`);
    expect(code).toBe(1);
    expect(stdout).toContain('[directory-missing]\n1 error\n');
  });

  it('given an extension path, then it says what an Ingress makes of it', () => {
    const adapter = `<adapter><unique-id>a</unique-id><channel-list><channel><unique-id>c</unique-id>
      <consume-connection class="jetty-http-connection"/><workflow-list><standard-workflow><unique-id>w</unique-id>
      <consumer class="jetty-message-consumer"><path>*.do</path></consumer></standard-workflow></workflow-list></channel></channel-list></adapter>`;
    expect(check(directoryOf({ 'adapter.xml': adapter })).stdout).toContain('[ingress-path-not-expressible]');
  });
});

describe('options', () => {
  it.each([
    ['--replicas', ['--replicas', '2'], 'in each of 2 replicas'],
    ['--silence', ['--silence', 'polling-in-every-pod'], 'no findings'],
    ['--as-is', ['--as-is'], '[bootstrap-incomplete]'],
    ['--format json', ['--format', 'json'], '"rule": "polling-in-every-pod"'],
    ['--format sarif', ['--format', 'sarif'], '"ruleId": "polling-in-every-pod"'],
  ])('given %s, then the findings are as it says', (_, argv, expected) => {
    expect(check(directoryOf({ 'adapter.xml': polling }), ...argv).stdout).toContain(expected);
  });

  it('given --release, then the configuration is read for it', () => {
    const directory = directoryOf({
      'adapter.xml': '<adapter><unique-id>a</unique-id><payload-from-metadata-service/></adapter>',
    });
    expect(check(directory, '--release', '4.9.3').stdout).toContain('this is 4.9.3');
    expect(check(directory, '--release', '3.12.0').stdout).toBe('no findings\n');
  });

  it('given --component and --baked-in, then they are in the image', () => {
    const bootstrap =
      'adapterConfigUrl=file://localhost/./config/adapter.xml\nstartAdapterQuietly=false\nmanagementComponents=health-check';
    const directory = directoryOf({
      'adapter.xml': '<adapter><unique-id>a</unique-id></adapter>',
      'bootstrap.properties': bootstrap,
      'bypass.xml': '',
    });
    const { stdout } = check(directory);
    expect(stdout).toContain('[component-not-in-image]');
    expect(stdout).toContain('[file-name-scanners-refuse]');
    expect(check(directory, '--component', 'health-check', '--baked-in').stdout).toBe('no findings\n');
  });

  it.each([
    [[], '[unresolved-variable]\n1 warning'],
    [['--env', 'NAME=orders'], 'no findings'],
    [['--env', 'NAME'], 'no findings'],
    [['--open-env'], 'no findings'],
    [['--env', 'NAME=a=b'], '[id-characters]'],
  ])('given a variable and %j, then it is resolved as they say', (argv, expected) => {
    const bootstrap =
      'adapterConfigUrl=file://localhost/./config/adapter.xml\nstartAdapterQuietly=false\npreProcessors=environmentVariables';
    const directory = directoryOf({ 'adapter.xml': onVariable, 'bootstrap.properties': bootstrap });
    expect(check(directory, ...argv).stdout).toContain(expected);
  });

  it('given --file, then the file will be there', () => {
    const bootstrap = `adapterConfigUrl=file://localhost/./config/adapter.xml\nstartAdapterQuietly=false
preProcessors=variableSubstitution\nvariable-substitution.properties.url=file://localhost/./config/variables-local.properties`;
    const directory = directoryOf({ 'adapter.xml': onVariable, 'bootstrap.properties': bootstrap });
    expect(check(directory).stdout).toContain('[unresolved-variable]\n1 warning');
    expect(check(directory, '--file', 'variables-local.properties').stdout).toBe('no findings\n');
  });
});

describe('wrong use', () => {
  it.each([
    [['--nope', 'config'], "Unknown option '--nope'"],
    [['--format', 'xml', 'config'], "--format: got 'xml', expected one of text, json, sarif"],
    [['--release', 'five', 'config'], "--release: got 'five', expected a release such as 5.0.1"],
    [['--replicas', '0', 'config'], "--replicas: got '0', expected a whole number of at least 1"],
    [['--replicas', '1.5', 'config'], "--replicas: got '1.5'"],
    [['--env', '=x', 'config'], "--env: got '=x', expected NAME=VALUE or NAME"],
    [['--replicas', '2'], '--replicas: main.ts says this by its props; name a directory'],
    [['other.ts', 'config'], 'cannot be checked together'],
    [['--silence', 'polling-in-each-pod', 'config'], "did you mean 'polling-in-every-pod'?"],
    [['--silence', 'malformed-xml', 'config'], "got 'malformed-xml', expected a rule that can be silenced"],
  ])('given %j, then it says what is wrong and how it is used, and the code is 2', (argv, expected) => {
    const { code, stdout, stderr } = check(...argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(expected);
    expect(stderr).toContain('Usage: npm run check');
  });

  it('given several mistakes, then all are named', () => {
    expect(check('--format', 'xml', '--replicas=-1', 'config').stderr).toMatch(/--format.*\n.*--replicas/);
  });
});

test('given no directory, then main.ts, or the composition root that is named, is left to the caller', () => {
  expect(check().code).toEqual({ render: expect.any(Function) as unknown });
  expect(check('other.ts').code).toMatchObject({ main: 'other.ts' });
});
