import { commitAll } from '../support/git';
import { Project } from '../support/project';

let project: Project;
beforeAll(() => {
  project = new Project({});
  project.write(
    'main.ts',
    `import { App } from 'cdk8s';
    import { InterlokChart } from './lib';
    const app = new App();
    new InterlokChart(app, 'orders', { config: 'orders', replicas: 3 });
    app.synth();`,
  );
});
afterAll(() => project.remove());

const good = (port: string): string =>
  `<adapter><unique-id>a</unique-id><channel-list><channel><unique-id>c</unique-id>
  <consume-connection class="jetty-http-connection"><port>${port}</port></consume-connection><workflow-list>
  <standard-workflow><unique-id>w</unique-id><consumer class="jetty-message-consumer"><path>/orders</path></consumer>
  </standard-workflow></workflow-list></channel></channel-list></adapter>`;

test('given main.ts, when it is explained, then the props that it gives are the origins, and nothing is written', () => {
  project.write('orders/adapter.xml', good('8085'));

  const outcome = project.node(['scripts/explain.mjs', '--object', 'Deployment', '--field', 'replicas']);

  expect(outcome).toEqual({
    code: 0,
    stdout: 'Deployment orders\n  spec.replicas: 3 ← prop replicas; how many pods run\n',
    stderr: '',
  });
  expect(project.list('dist')).toEqual([]);
});

test('given a kind that there is not, then those that there are are named, without a stack trace', () => {
  const { code, stderr } = project.node(['scripts/explain.mjs', 'main.ts', '--object', 'Pod']);

  expect(code).toBe(2);
  expect(stderr).toMatch(/^--object: got 'Pod', expected one of .*Deployment.*\nSee '.*'\.\n$/);
});

test('given a warning, then it is printed beside what is explained', () => {
  project.write('orders/adapter.xml', good('8085'));
  project.write(
    'orders/bootstrap.properties',
    'managementComponents=jmx\njmxserviceurl=service:jmx:jmxmp://localhost:5555\n',
  );

  const { code, stdout, stderr } = project.node(['scripts/explain.mjs', '--field', 'spec.replicas']);

  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('spec.replicas: 3') as string });
  expect(stderr).toMatch(/^orders\/bootstrap\.properties:2:\d+: warning: .*\[jmx-without-authentication\]$/m);
});

test('given a configuration that is refused, then its findings are printed and nothing is explained', () => {
  project.write('orders/bootstrap.properties', '');
  project.write('orders/adapter.xml', good('808x'));

  const { code, stdout, stderr } = project.node(['scripts/explain.mjs']);

  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^orders\/adapter\.xml:2:\d+: error: /m);
  expect(stderr).not.toMatch(/\n +at /);
});

test('given a revision, then main.ts and the library of it are run, and what changed since is explained', () => {
  project.write('orders/adapter.xml', good('8085'));
  project.write('.gitignore', 'node_modules/\n');
  commitAll(project.directory);
  project.write('orders/adapter.xml', good('8086'));

  const { code, stdout, stderr } = project.node(['scripts/explain.mjs', '--diff', 'HEAD', '--object', 'Service']);

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(
    /^Service orders\n {2}spec\.ports\[http\]\.port: 8085 → 8086 ← orders\/adapter\.xml:2:\d+ jetty-http-connection 8086;.*\n.*targetPort.*\n$/,
  );
});
