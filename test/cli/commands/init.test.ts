import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { devDependencies, version } from '../../../package.json';
import { editorSchema } from '../../../lib/interlok';
import { directoryOf } from '../../support/config';
import { manifestsOfMain } from '../../support/generated-main';
import { jsonAt, type Json } from '../../support/json';
import { runCommand, type CommandOutcome } from '../../support/run-command';

const ADAPTER = readFileSync('config/adapter.xml', 'utf8');
const BOOTSTRAP = readFileSync('config/bootstrap.properties', 'utf8');

const init = (directory: string, ...argv: string[]): Promise<CommandOutcome> =>
  runCommand(['init', directory, '--name', 'orders', ...argv]);
const read = (directory: string, name: string): string => readFileSync(join(directory, name), 'utf8');

/** The table's words without its line breaks. */
const flat = (text: string): string => text.replace(/\s+/g, ' ');

/** What is made from a compose file beside a Hello World. */
async function translated(
  compose: string,
  files: Readonly<Record<string, string>> = {},
): Promise<{ directory: string; table: string; main: string }> {
  const directory = directoryOf({ 'config/adapter.xml': ADAPTER, 'docker-compose.yml': compose, ...files });
  const { code, stdout, stderr } = await init(directory);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return { directory, table: flat(stdout), main: read(directory, 'main.ts') };
}

function deploymentOf(manifests: readonly Json[]): Json {
  return manifests.find(({ kind }) => kind === 'Deployment') ?? {};
}

describe('a project', () => {
  it('given nothing, then it has the Hello World, and everything at versions that were tested', async () => {
    const directory = directoryOf({});

    const { code, stdout } = await init(directory);

    expect(code).toBe(0);
    expect(readdirSync(directory).sort()).toEqual(
      ['.gitignore', 'cdk8s.yaml', 'config', 'interlok-5.0.1.rng', 'main.ts', 'package.json', 'tsconfig.json'].sort(),
    );
    expect(read(directory, 'config/adapter.xml')).toBe(`<?xml-model href="../interlok-5.0.1.rng"?>\n${ADAPTER}`);
    expect(read(directory, 'main.ts')).toContain("new InterlokChart(app, 'orders', { config: 'config' });");
    expect(JSON.parse(read(directory, 'package.json'))).toMatchObject({
      name: 'orders',
      dependencies: { 'cdk8s-interlok': version, cdk8s: devDependencies.cdk8s },
      devDependencies: { 'cdk8s-cli': devDependencies['cdk8s-cli'], typescript: devDependencies.typescript },
      overrides: { 'cdk8s-plus-27': { backport: expect.any(String) as string } },
    });
    expect(stdout).toContain('npm install\n  npx cdk8s-interlok check\n  npx cdk8s synth');
    expect(deploymentOf(manifestsOfMain(read(directory, 'main.ts'), directory))).toMatchObject({ kind: 'Deployment' });
  });

  it('given a configuration in another place, then it is found there, and none is written', async () => {
    const directory = directoryOf({ 'src/main/interlok/config/adapter.xml': ADAPTER });

    await init(directory);

    expect(existsSync(join(directory, 'config'))).toBe(false);
    expect(read(directory, 'main.ts')).toContain("config: 'src/main/interlok/config'");
  });

  it('given files that are there, then they are as they were, and the main.ts is shown instead', async () => {
    const files = { 'main.ts': 'mine', 'package.json': '{}', '.gitignore': '', 'config/adapter.xml': '<mine/>' };
    const directory = directoryOf(files);

    const { code, stdout } = await init(directory);

    expect(code).toBe(0);
    for (const [name, text] of Object.entries(files)) expect(read(directory, name)).toBe(text);
    expect(stdout).toContain('main.ts: was there, and is as it was');
    expect(stdout).toContain("new InterlokChart(app, 'orders', { config: 'config' });");
    expect(stdout).toContain('npm install cdk8s-interlok cdk8s cdk8s-plus-27 constructs');
    expect(existsSync(join(directory, 'config/bootstrap.properties'))).toBe(false);
  });

  it('given a directory that is not there, then it is made', async () => {
    const directory = join(directoryOf({}), 'My Orders');

    await runCommand(['init', directory]);

    expect(read(directory, 'main.ts')).toContain("new InterlokChart(app, 'my-orders', ");
  });
});

describe('a schema for editors', () => {
  const line = '<?xml-model href="../interlok-5.0.1.rng"?>';

  it('given a new configuration, then the schema lies beside it, and neither the check nor the ConfigMap sees it', async () => {
    const directory = directoryOf({});

    const { stdout } = await init(directory);
    const checked = await runCommand(['check', join(directory, 'config')]);

    expect(read(directory, 'interlok-5.0.1.rng')).toBe(editorSchema({ release: '5.0.1' }));
    expect(stdout).not.toContain('<?xml-model');
    expect(checked).toMatchObject({ code: 0, stdout: 'no findings\n' });
    const manifests = JSON.stringify(manifestsOfMain(read(directory, 'main.ts'), directory));
    expect(manifests).toContain('<?xml-model');
    expect(manifests).not.toContain('relaxng');
  });

  it('given an adapter.xml, then it is as it was, and the line for it is printed', async () => {
    const directory = directoryOf({ 'src/interlok/config/adapter.xml': ADAPTER });

    const { stdout } = await init(directory);

    expect(read(directory, 'src/interlok/config/adapter.xml')).toBe(ADAPTER);
    expect(existsSync(join(directory, 'src/interlok/interlok-5.0.1.rng'))).toBe(true);
    expect(stdout).toContain(`above <adapter> in src/interlok/config/adapter.xml: ${line}\n`);
  });

  it('given an adapter.xml that names a schema, then nothing is said of it', async () => {
    const { stdout } = await init(directoryOf({ 'config/adapter.xml': `${line}\n${ADAPTER}` }));

    expect(stdout).not.toContain('<?xml-model');
  });

  it.each([
    ['a published image', 'adaptris/interlok:4.9.3-temurin', 'interlok-4.9.3.rng', 'Interlok 4.9.3:'],
    [
      'an image of your own',
      'registry.example.com/orders:1',
      'interlok-5.0.1.rng',
      'Interlok 5.0.1, all public modules:',
    ],
  ])('given %s, then the schema is that of its release and components', async (_what, image, name, expected) => {
    const { directory } = await translated(`services: { interlok: { image: '${image}' } }`);

    expect(read(directory, name)).toContain(expected);
  });

  it('given a release that the catalogue does not have, then there is no schema', async () => {
    const { directory, table } = await translated(
      "services: { interlok: { image: 'adaptris/interlok:9.9.9-temurin' } }",
    );

    expect(readdirSync(directory).filter((name) => name.endsWith('.rng'))).toEqual([]);
    expect(table).not.toContain('<?xml-model');
  });

  it('given a project that is the configuration, then there is no schema in it', async () => {
    const directory = directoryOf({});

    await init(directory, '--config', '.');

    expect(existsSync(join(directory, 'adapter.xml'))).toBe(true);
    expect(readdirSync(directory).filter((name) => name.endsWith('.rng'))).toEqual([]);
  });
});

describe('wrong use', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[], string]>([
    ['a configuration directory itself', { 'adapter.xml': ADAPTER }, [], 'name the directory above it'],
    ['two configurations', { 'a/adapter.xml': '', 'b/adapter.xml': '' }, [], 'name one by --config: a, b'],
    ['a --config that is not there', {}, ['--config', 'nowhere'], "--config: got 'nowhere'"],
    [
      'a --name that is none',
      {},
      ['--name', 'My Orders'],
      "expected lower-case letters, digits and dashes, such as 'my-orders'",
    ],
    [
      'a --service that is not there',
      { 'compose.yaml': 'services: { a: {} }' },
      ['--service', 'b'],
      'a service of compose.yaml: a',
    ],
    [
      'two services that run Interlok',
      { 'compose.yaml': 'services: { a: { image: x/interlok }, b: { image: y/interlok } }' },
      [],
      'several services run Interlok; name one by --service: a, b',
    ],
  ])('given %s, then it says so, writes nothing, and the code is 2', async (_what, files, argv, expected) => {
    const directory = directoryOf(files);

    const { code, stderr } = await init(directory, ...argv);

    expect(code).toBe(2);
    expect(stderr).toContain(expected);
    expect(existsSync(join(directory, 'main.ts'))).toBe(false);
  });

  it('given a compose file that is not YAML, then its place is named, nothing is written, and the code is 1', async () => {
    const directory = directoryOf({ 'docker-compose.yml': 'services:\n  a: [1\n' });

    const { code, stderr } = await init(directory);

    expect(code).toBe(1);
    expect(stderr).toMatch(/^docker-compose\.yml:3:1: .*; correct the YAML here\n$/s);
    expect(existsSync(join(directory, 'main.ts'))).toBe(false);
  });
});

describe('a compose file', () => {
  it('given the one of an article, with a load balancer, then each setting has its row', async () => {
    const compose = `version: '3.2'
services:
  interlok:
    build: { context: ., dockerfile: Dockerfile }
    image: interlok/hello-world:snapshot
    environment: { JVM_ARGS: -Xmx256m, EXCLUDE_PORTS: '5555,8080' }
  lb:
    image: dockercloud/haproxy
    links: [interlok]
    ports: ['80:80']
`;
    const { table, main, directory } = await translated(compose, {
      Dockerfile: 'FROM adaptris/interlok:snapshot-alpine\nADD config /opt/interlok/config\n',
    });

    expect(main).toContain("image: 'adaptris/interlok:snapshot-alpine'");
    expect(main).toContain('replicas: 1');
    expect(table).toContain('image: interlok/hello-world:snapshot nothing to write: it is the name of what was built');
    expect(table).toContain('environment.EXCLUDE_PORTS: 5555,8080 nothing to write');
    expect(table).toContain('service lb: dockercloud/haproxy nothing to write: an HAProxy ingress controller');
    expect(JSON.stringify(manifestsOfMain(main, directory))).toContain('-Xmx256m');
  });

  it('given a full one, then every setting is a prop, or its row says why not, and main.ts synthesizes', async () => {
    const compose = `
x-common: &common { restart: unless-stopped }
services:
  orders:
    <<: *common
    image: adaptris/interlok:\${TAG}
    deploy:
      replicas: 3
      resources: { limits: { memory: 2G, cpus: '1.5' }, reservations: { cpus: '0.25' } }
    environment:
      - JVM_ARGS=-Xmx1g -Dfile.encoding=UTF-8
      - TZ=Europe/London
      - GREETING=it's
      - DB_URL=\${DB_URL}
      - DB_PASSWORD=\${DB_PASSWORD}
      - BROKER=tcp://user:hunter3@broker:61616
      - REGION
      - BALANCE=roundrobin
      - VIRTUAL_HOST=orders.example.com
      - COOKIE=SRV insert indirect nocache
      - FORCE_SSL=yes
    env_file: [more.env]
    ports: ['8081:8081', '127.0.0.1:8080:8080/tcp', '9000:9000', { target: 5555, published: 5555 }]
    volumes:
      - ./config:/opt/interlok/config:ro
      - ./secrets/variables-local.properties:/opt/interlok/config/variables-local.properties
      - C:\\messages:/opt/interlok/messages
    healthcheck: { test: [CMD, curl, localhost] }
    cpu_shares: 3
  db:
    image: postgres:16
`;
    const { table, main, directory } = await translated(compose, {
      '.env': 'TAG=4.9.3-temurin\nDB_PASSWORD=hunter2\n',
      'more.env': 'LEVEL=debug\nTZ=overridden\n',
      'config/bootstrap.properties': `${BOOTSTRAP}managementComponents=jetty:jmx\njmxserviceurl=service:jmx:jmxmp://localhost:5555\n`,
    });

    expect(main).toMatchSnapshot();
    expect(table).toContain('deploy.resources.limits.cpus: 1.5 no place: a CPU limit slows the start down');
    expect(table).toContain('environment.JVM_ARGS: -Xmx1g nothing to write: the heap follows');
    expect(table).toContain('environment.FORCE_SSL: yes no place: it is an option of the Ingress');
    expect(table).toContain('ports: 8081:8081 nothing to write: the jetty-http-connection of adapter.xml says so');
    expect(table).toContain('ports: 127.0.0.1:8080:8080/tcp expose: [8080]');
    expect(table).toContain('ports: 9000:9000 no place: nothing in the configuration listens there');
    expect(table).toContain("volumes: ./config:/opt/interlok/config:ro config: 'config'");
    expect(table).toContain('volumes: C:\\messages:/opt/interlok/messages no place: pods share no directory');
    expect(table).toContain('restart: unless-stopped nothing to write: Kubernetes starts a pod again');
    expect(table).toContain('cpu_shares: 3 no place: chart.deployment');
    expect(table).toContain('service db: postgres:16 no place');
    expect(table).toContain('create secret generic orders-environment --from-literal=DB_URL=…');
    for (const secret of ['hunter2', 'hunter3']) expect(main + table).not.toContain(secret);

    const manifests = manifestsOfMain(main, directory);
    const deployment = deploymentOf(manifests);
    expect(JSON.stringify(deployment)).toContain('"image":"adaptris/interlok:4.9.3-temurin"');
    expect(jsonAt(deployment, 'spec')).toMatchObject({ replicas: 3 });
    expect(JSON.stringify(manifests)).toContain('variables-local.properties');
  });

  it.each([
    [
      'an image of your own',
      'image: registry.example.com/orders',
      "image: InterlokImage.custom('registry.example.com/orders:latest', { release: '5.0.1' })",
    ],
    ['memory in another unit', 'mem_limit: 600m', 'resources: { memory: Size.mebibytes(600) }'],
    ['less memory than a JVM takes', 'mem_limit: 128m', 'resources: { memory: Size.mebibytes(320) }'],
    ['a heap', 'environment: { JVM_ARGS: -Xmx3g }', 'resources: { memory: Size.mebibytes(4096) }'],
    ['scale', 'scale: 4', 'replicas: 4'],
    ['a variable with a default', "environment: { LEVEL: '${LEVEL:-info}' }", "env: { LEVEL: 'info' }"],
    ['a dollar that is none', "environment: { PRICE: '$$5' }", "env: { PRICE: '$5' }"],
  ])('given %s, then main.ts has it', async (_what, setting, expected) => {
    const { main } = await translated(`services:\n  interlok:\n    ${setting}\n`);

    expect(main).toContain(expected);
  });

  it.each([
    ['a tag that is not published', 'image: adaptris/interlok:4.9.3', 'no place: the tag names no published release'],
    ['an image whose tag is not known', "image: 'adaptris/interlok:${TAG}'", 'no place: its value is not in .env'],
    ['several hosts', 'environment: { VIRTUAL_HOST: "a.example.com, b.example.com" }', 'no place: ingress.hosts'],
    ['a replica that is none', 'scale: 0', 'no place: expected a whole number of at least 1'],
  ])('given %s, then its row says why it has no place, and main.ts is without', async (_what, setting, expected) => {
    const { main, table } = await translated(`services:\n  interlok:\n    ${setting}\n`);

    expect(table).toContain(expected);
    expect(main).not.toContain('image:');
    expect(main).not.toContain('host');
  });
});

test('given a file in the place of the directory, then it says so', async () => {
  const file = join(directoryOf({}), 'file');
  writeFileSync(file, '');

  expect(await init(file)).toMatchObject({ code: 2, stderr: expect.stringContaining('is a file') as string });
});
