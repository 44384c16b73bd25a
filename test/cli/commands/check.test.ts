import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Context, Render } from '../../../cli/context';
import { run } from '../../../cli/program';
import { aFinding } from '../../support/a-finding';
import { directoryOf } from '../../support/config';
import { runCommand, type CommandOutcome } from '../../support/run-command';

const polling = `<adapter><unique-id>a</unique-id><channel-list><channel><unique-id>c</unique-id><workflow-list>
<standard-workflow><unique-id>w</unique-id><consumer class="polling-trigger"/></standard-workflow>
</workflow-list></channel></channel-list></adapter>`;
const onVariable = polling
  .replace('<unique-id>w', '<unique-id>${NAME}')
  .replace('polling-trigger', 'null-message-consumer');

/** Adapters here have no HTTP consumer. */
const check = (...argv: string[]): Promise<CommandOutcome> =>
  runCommand([
    'check',
    ...argv,
    ...(argv.some((one) => one.startsWith('/')) ? ['--silence', 'no-http-consumers'] : []),
  ]);

describe('directories', () => {
  it('given one without findings, then it says so and the code is 0', async () => {
    const directory = directoryOf({ 'adapter.xml': '<adapter><unique-id>a</unique-id></adapter>' });
    expect(await check(directory)).toEqual({ code: 0, stdout: 'no findings\n', stderr: '' });
  });

  it('given warnings alone, then they are printed and the code is 0', async () => {
    const directory = directoryOf({ 'adapter.xml': polling });
    const { code, stdout } = await check(directory, '--replicas', '1');
    expect(code).toBe(0);
    expect(stdout).toContain(`${directory}/adapter.xml:2:44: warning: polling-trigger fires in every pod; `);
    expect(stdout).toMatch(/\[polling-in-every-pod\]\n1 warning\n$/);
  });

  it('given several, then all are checked and one error among them makes the code 1', async () => {
    const good = directoryOf({ 'adapter.xml': '<adapter><unique-id>a</unique-id></adapter>' });
    const { code, stdout } = await check(good, `${good}/nowhere`);
    expect(code).toBe(1);
    expect(stdout).toContain('[directory-missing]\n1 error\n');
  });

  it('given an extension path, then it says what an Ingress makes of it', async () => {
    const adapter = `<adapter><unique-id>a</unique-id><channel-list><channel><unique-id>c</unique-id>
      <consume-connection class="jetty-http-connection"/><workflow-list><standard-workflow><unique-id>w</unique-id>
      <consumer class="jetty-message-consumer"><path>*.do</path></consumer></standard-workflow></workflow-list></channel></channel-list></adapter>`;
    expect((await check(directoryOf({ 'adapter.xml': adapter }))).stdout).toContain('[ingress-path-not-expressible]');
  });

  it('given none, where no main.ts can be run, then it is config/', async () => {
    expect((await check()).stdout).toBe('no findings\n');
  });
});

describe('--watch', () => {
  it.each([
    ['on a terminal, then the screen is emptied each time', 80],
    ['elsewhere, then the findings follow one another', undefined],
  ])('given changes %s, and Ctrl-C ends it', async (_, columns) => {
    const directory = directoryOf({ 'adapter.xml': '<adapter><unique-id>a</unique-id></adapter>' });
    const ended = new AbortController();
    const printed: string[] = [];
    const next = async (count: number): Promise<string> => {
      while (printed.length < count) await new Promise((resolve) => setTimeout(resolve, 20));
      return printed[count - 1] ?? '';
    };
    const stdout = { color: false, ...(columns && { columns }), write: (text: string) => void printed.push(text) };
    const running = run(['check', directory, '--watch', '--silence', 'no-http-consumers'], {
      stdout,
      stderr: stdout,
      interrupted: ended.signal,
    });

    expect(await next(1)).toMatch(/no findings\n.*, watching .*; Ctrl-C ends it\n$/);
    // As editors do it: a new file takes the place of the old one.
    writeFileSync(`${directory}/adapter.new`, '<adapter><unique-idd>a</unique-idd></adapter>');
    renameSync(`${directory}/adapter.new`, `${directory}/adapter.xml`);
    expect(await next(2)).toContain('[unknown-element]');
    ended.abort();

    expect(await running).toBe(1);
    expect(printed.every((text) => text.startsWith('\u001b[2J') === (columns !== undefined))).toBe(true);
  });

  it.each([
    [['/nowhere/at/all', '--watch'], 1, "'/nowhere/at/all' cannot be watched"],
    [['config', '--watch', '--fix'], 2, '--watch: it writes nothing'],
    [['config', '--watch', '--format', 'json'], 2, '--watch: got --format json, expected text'],
  ])('given %j, then it says what is wrong', async (argv, code, expected) => {
    const outcome = await check(...argv);
    expect([outcome.code, outcome.stderr]).toEqual([code, expect.stringContaining(expected)]);
  });
});

describe('--fix', () => {
  const spoilt = '<adapter><unique-id>a</unique-id></adapter>';
  const directory = (): string =>
    directoryOf({
      'adapter.xml': spoilt,
      'bootstrap.properties': 'startAdapterQuietly=true\noperationTimeout=30000 \n',
    });

  it('given it alone, then the changes are shown, and nothing is written', async () => {
    const config = directory();
    const { stdout, code } = await check(config, '--fix');
    expect(stdout).toContain('-startAdapterQuietly=true\n-operationTimeout=30000 \n+startAdapterQuietly=false\n+oper');
    expect(stdout).toContain('\n2 findings in 1 file: nothing is written without --write\n');
    expect(stdout).toContain('[quiet-start]');
    expect(code).toBe(0);
    expect(readFileSync(`${config}/bootstrap.properties`, 'utf8')).toContain('=true');
  });

  it('given --write too, then they are written, and what is left is found', async () => {
    const config = directory();
    const { stdout } = await check(config, '--fix', '--write');
    expect(stdout).toMatch(/\n2 findings in 1 file: put right\nno findings\n$/);
    expect(readFileSync(`${config}/bootstrap.properties`, 'utf8')).toBe(
      'startAdapterQuietly=false\noperationTimeout=30000\n',
    );
    expect(readdirSync(config).sort()).toEqual(['adapter.xml', 'bootstrap.properties']);
    expect((await check(config, '--fix')).stdout).toBe('nothing has one right answer\nno findings\n');
  });

  it.each([
    [['--write'], '--write: it writes what --fix shows; say both'],
    [['--fix', '--format', 'json'], '--fix: got --format json, expected text'],
  ])('given %j, then wrong use', async (argv, expected) => {
    const { code, stderr } = await check(directory(), ...argv);
    expect(code).toBe(2);
    expect(stderr).toContain(expected);
  });

  it('given main.ts, then wrong use: it names no directory', async () => {
    const { stderr } = await runCommand(['check', '--fix'], { checkMain: () => Promise.resolve(0) });
    expect(stderr).toContain('--fix: name the directory');
  });
});

describe('options', () => {
  it.each([
    ['--replicas', ['--replicas', '2'], 'in each of 2 replicas'],
    ['--silence', ['--silence', 'polling-in-every-pod'], 'no findings'],
    ['--as-is', ['--as-is'], '[bootstrap-incomplete]'],
    ['--format json', ['--format', 'json'], '"rule": "polling-in-every-pod"'],
    ['--format github', ['--format', 'github'], 'line=2,col=44,title=polling-in-every-pod::'],
    ['--format junit', ['--format', 'junit'], 'name="polling-in-every-pod at 2:44"><failure type='],
    ['--format sarif', ['--format', 'sarif'], '"ruleId": "polling-in-every-pod"'],
  ])('given %s, then the findings are as it says', async (_, argv, expected) => {
    expect((await check(directoryOf({ 'adapter.xml': polling }), ...argv)).stdout).toContain(expected);
  });

  it('given --release, then the configuration is read for it', async () => {
    const directory = directoryOf({
      'adapter.xml':
        '<adapter><unique-id>a</unique-id><shared-components><services><payload-from-metadata-service><unique-id>s</unique-id></payload-from-metadata-service></services></shared-components></adapter>',
    });
    expect((await check(directory, '--release', '4.9.3')).stdout).toContain('this is 4.9.3');
    expect((await check(directory, '--release', '3.12.0')).stdout).toBe('no findings\n');
  });

  it('given --module, then its components are in the image, and the others of the stock one alone', async () => {
    const directory = directoryOf({
      'adapter.xml':
        '<adapter><unique-id>a</unique-id><shared-components><services><json-transform-service><unique-id>s</unique-id></json-transform-service></services></shared-components></adapter>',
    });
    expect((await check(directory)).stdout).toContain('[module-not-in-image]');
    expect((await check(directory, '--module', 'interlok-csv')).stdout).toContain('[module-not-in-image]');
    for (const name of ['interlok-json', 'any'])
      expect((await check(directory, '--module', 'interlok-csv', '--module', name)).stdout).not.toContain(
        '[module-not',
      );
  });

  it('given a --module that does not exist, then wrong use that names the nearest', async () => {
    const { code, stderr } = await check('/nowhere', '--module', 'interlok-jsn');
    expect(code).toBe(2);
    expect(stderr).toContain(
      "--module: got 'interlok-jsn', expected a public module of Interlok; did you mean 'interlok-json'",
    );
  });

  it('given --strict, then it says what the next major release removes', async () => {
    const directory = directoryOf({
      'adapter.xml':
        '<adapter><unique-id>a</unique-id><shared-components><services><split-join-service><unique-id>s</unique-id></split-join-service></services></shared-components></adapter>',
    });
    expect((await check(directory, '--strict', '--release', '3.11.1')).stdout).toContain('[deprecated-component]');
    expect((await check(directory, '--release', '3.11.1')).stdout).not.toContain('[deprecated-component]');
  });

  it('given --component and --baked-in, then they are in the image', async () => {
    const bootstrap =
      'adapterConfigUrl=file://localhost/./config/adapter.xml\nstartAdapterQuietly=false\nmanagementComponents=health-check';
    const directory = directoryOf({
      'adapter.xml': '<adapter><unique-id>a</unique-id></adapter>',
      'bootstrap.properties': bootstrap,
      'bypass.xml': '',
    });
    const { stdout } = await check(directory);
    expect(stdout).toContain('[component-not-in-image]');
    expect(stdout).toContain('[file-name-scanners-refuse]');
    expect((await check(directory, '--component', 'health-check', '--baked-in')).stdout).toBe('no findings\n');
  });

  it.each([
    [[], '[unresolved-variable]\n1 warning'],
    [['--env', 'NAME=orders'], 'no findings'],
    [['--env', 'NAME'], 'no findings'],
    [['--env', 'OTHER', '--env', 'NAME'], 'no findings'],
    [['--open-env'], 'no findings'],
    [['--env', 'NAME=a=b'], '[id-characters]'],
  ])('given a variable and %j, then it is resolved as they say', async (argv, expected) => {
    const bootstrap =
      'adapterConfigUrl=file://localhost/./config/adapter.xml\nstartAdapterQuietly=false\npreProcessors=environmentVariables';
    const directory = directoryOf({ 'adapter.xml': onVariable, 'bootstrap.properties': bootstrap });
    expect((await check(directory, ...argv)).stdout).toContain(expected);
  });

  it('given --file, then the file will be there', async () => {
    const bootstrap = `adapterConfigUrl=file://localhost/./config/adapter.xml\nstartAdapterQuietly=false
preProcessors=variableSubstitution\nvariable-substitution.properties.url=file://localhost/./config/variables-local.properties`;
    const directory = directoryOf({ 'adapter.xml': onVariable, 'bootstrap.properties': bootstrap });
    expect((await check(directory)).stdout).toContain('[unresolved-variable]\n1 warning');
    expect((await check(directory, '--file', 'variables-local.properties')).stdout).toBe('no findings\n');
  });

  it('given --own-components, then they are known, and a file that describes none is wrong use', async () => {
    const directory = directoryOf({
      'adapter.xml': polling.replace('polling-trigger', 'ledger-consumer'),
      'own.json': JSON.stringify({
        format: 'interlok-catalogue/1',
        classes: { 'com.example.Consume': { a: 'ledger-consumer', k: 'consumer', m: 'ledger', polls: 1 } },
      }),
    });

    expect((await check(directory, '--own-components', `${directory}/own.json`)).stdout).toContain(
      '[polling-in-every-pod]',
    );
    expect((await check(directory)).stdout).not.toContain('[polling-in-every-pod]');
    expect(await check(directory, '--own-components', `${directory}/gone.json`)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^--own-components: got '.*gone\.json', expected the path of a file/) as string,
    });
  });

  it('given a terminal that shows colours, then the severity has one, and JSON has none', async () => {
    const directory = directoryOf({ 'adapter.xml': polling });
    const onTerminal = (...argv: string[]): Promise<CommandOutcome> =>
      runCommand(['check', directory, ...argv], { color: true });

    expect((await onTerminal()).stdout).toContain(': \u001b[31merror\u001b[39m: polling-trigger');
    expect((await onTerminal('--format', 'json')).stdout).not.toContain('\u001b');
  });
});

describe('wrong use', () => {
  it.each([
    [['--nope', 'config'], "unknown option '--nope'"],
    [['--formt', 'json', 'config'], 'Did you mean --format?'],
    [['--format', 'xml', 'config'], "--format: got 'xml', expected one of text, json, sarif"],
    [['--release', 'five', 'config'], "--release: got 'five', expected a release such as 5.0.1"],
    [['--replicas', '0', 'config'], "--replicas: got '0', expected a whole number of at least 1"],
    [['--replicas', '1.5', 'config'], "--replicas: got '1.5'"],
    [['--env', '=x', 'config'], "--env: got '=x', expected NAME=VALUE or NAME"],
    [['other.ts'], "'other.ts' is checked when it is synthesized: cdk8s synth"],
    [['--silence', 'polling-in-each-pod', 'config'], "did you mean 'polling-in-every-pod'?"],
    [['--silence', 'malformed-xml', 'config'], "got 'malformed-xml', expected a rule that can be silenced"],
  ])('given %j, then it says what is wrong and where help is, and the code is 2', async (argv, expected) => {
    const { code, stdout, stderr } = await check(...argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(expected);
    expect(stderr).toContain("See 'cdk8s-interlok check --help'.");
  });

  it('given several mistakes, then all are named', async () => {
    expect((await check('--format', 'xml', '--replicas=-1', 'config')).stderr).toMatch(/--format.*\n.*--replicas/);
  });
});

describe('a composition root', () => {
  /** Checks one that has a finding, and says which it was. */
  async function checkMain(...argv: string[]): Promise<CommandOutcome & { main?: string; rendered: string }> {
    let ran: { main?: string; rendered: string } = { rendered: '' };
    const context: Pick<Context, 'checkMain'> = {
      checkMain: (main: string | undefined, render: Render) => {
        ran = { ...(main === undefined ? {} : { main }), rendered: render([aFinding()]) };
        return Promise.resolve(0);
      },
    };
    return { ...(await runCommand(['check', ...argv], context)), ...ran };
  }

  it('given no directory, then that of the project is run, and its findings are rendered', async () => {
    const { main, rendered } = await checkMain();
    expect(main).toBeUndefined();
    expect(rendered).toMatch(/\[a-rule\]\n1 error\n$/);
  });

  it('given the name of one and a format, then that one is run, and its findings have the format', async () => {
    const { main, rendered } = await checkMain('other.ts', '--format', 'json');
    expect(main).toBe('other.ts');
    expect(JSON.parse(rendered)).toMatchObject({ errors: 1 });
  });

  it.each([
    [['--replicas', '2'], '--replicas: main.ts says this by its props; name a directory'],
    [['--open-env'], '--open-env: main.ts says this by its props'],
    [['other.ts', 'config'], "'other.ts' and directories cannot be checked together"],
  ])('given %j, then it is wrong use', async (argv, expected) => {
    const { code, stderr, rendered } = await checkMain(...argv);
    expect({ code, rendered }).toEqual({ code: 2, rendered: '' });
    expect(stderr).toContain(expected);
  });
});
