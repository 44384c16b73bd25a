import { readFileSync, statSync } from 'node:fs';
import { version } from '../../package.json';
import { Consumer, nodeWithTypes, packPackage, pinned } from '../support/consumer';

const MAIN = `import { App } from 'cdk8s';
import { InterlokChart } from 'cdk8s-interlok';

const app = new App();
new InterlokChart(app, 'hello-world', { config: 'config', replicas: 3 });
app.synth();
`;
const TSCONFIG = {
  compilerOptions: {
    target: 'ES2022',
    module: 'node16',
    strict: true,
    types: ['node'],
    skipLibCheck: true,
    outDir: 'build',
  },
  include: ['main.ts'],
};
const FINDING = /^config\/adapter\.xml:\d+:\d+: error: .* \[malformed-xml\]$/m;

let tarball: string;
let project: Consumer;
let nodes: Consumer;
let node: string;

beforeAll(() => {
  tarball = packPackage();
  project = new Consumer();
  project.install(tarball, ...pinned('cdk8s', 'cdk8s-plus-27', 'constructs'));
  project.install('-D', ...pinned('typescript', 'ts-node', 'tsx', '@types/node', 'cdk8s-cli'));
  nodes = new Consumer();
  node = nodeWithTypes(nodes);
});
afterAll(() => {
  project.remove();
  nodes.remove();
});

beforeEach(() => {
  for (const name of ['config', 'dist', 'build']) project.removeFile(name);
  project.copy('config');
  project.write('main.ts', MAIN);
  project.write('tsconfig.json', JSON.stringify(TSCONFIG));
});

/** The ways in which users of cdk8s start their app. */
const ways: readonly [string, () => string][] = [
  ['npx ts-node main.ts', () => 'npx ts-node main.ts'],
  ['npx tsx main.ts', () => 'npx tsx main.ts'],
  ['node main.ts, since Node 22.18', () => `"${node}" main.ts`],
  ['tsc and node build/main.js', () => 'npx tsc -p . && node build/main.js'],
  ['cdk8s synth', () => 'npx cdk8s synth --check-upgrade=false --app "npx ts-node main.ts"'],
];

describe.each(ways)('%s', (_name, command) => {
  test('given the six lines, then they write what this repository has in dist/', () => {
    expect(project.run(command())).toMatchObject({ code: 0 });
    expect(project.read('dist/hello-world.k8s.yaml')).toBe(readFileSync('dist/hello-world.k8s.yaml', 'utf8'));
  });

  test('given a configuration that is refused, then the findings are printed without a stack trace', () => {
    project.write('config/adapter.xml', '<adapter>\n</adaptr>\n');

    const { code, stdout, stderr } = project.run(command());

    expect(code).toBe(1);
    expect(stderr).toMatch(FINDING);
    expect(stdout + stderr).not.toMatch(/^\s+at /m);
    expect(project.has('dist/hello-world.k8s.yaml')).toBe(false);
  });
});

describe('the package', () => {
  test('is at most 1.5 MB, and installs without running anything', () => {
    const { scripts } = JSON.parse(project.read('node_modules/cdk8s-interlok/package.json')) as {
      scripts: Record<string, string>;
    };

    expect(statSync(tarball).size).toBeLessThanOrEqual(1_500_000);
    expect(Object.keys(scripts).filter((name) => /^(pre|post)?(install|prepare)$/.test(name))).toEqual([]);
  });

  test('has the types of everything that it exports, with their docstrings and a way back to the sources', () => {
    const directory = 'node_modules/cdk8s-interlok/build/package/lib';

    expect(project.read(`${directory}/kubernetes/interlok-chart.d.ts`)).toContain('A chart with one Interlok adapter');
    const map = JSON.parse(project.read(`${directory}/index.js.map`)) as { sourcesContent?: readonly string[] };
    expect(map.sourcesContent?.[0]).toContain("from './kubernetes'");
    project.write('main.ts', `${MAIN}const wrong: number = InterlokChart;\n`);
    expect(project.run('npx tsc -p . --noEmit').stdout).toContain('main.ts(7,7): error TS2322');
  });

  test('names each export to an ES module too', () => {
    project.write('names.mjs', `import * as all from 'cdk8s-interlok';\nconsole.log(Object.keys(all).join());\n`);

    expect(project.run('node names.mjs').stdout).toMatch(/HaproxyIngressController,.*Interlok,InterlokChart,/);
  });

  test('keeps the rest of it to itself', () => {
    project.write('inside.cjs', `require('cdk8s-interlok/build/package/lib/interlok');\n`);

    expect(project.run('node inside.cjs').stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });
});

describe('cdk8s-interlok check', () => {
  test('given a configuration without findings, then the exit code is 0', () => {
    expect(project.run('npx cdk8s-interlok check config')).toEqual({ code: 0, stdout: 'no findings\n', stderr: '' });
  });

  test('given one with an error, then the exit code is 1, without main.ts and without colour', () => {
    project.removeFile('main.ts');
    project.write('config/adapter.xml', '<adapter>\n</adaptr>\n');

    const { code, stdout, stderr } = project.run('npx cdk8s-interlok check');

    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(FINDING);
    expect(stdout).not.toContain('\u001b');
  });

  test('given a project, and no name, then its app is checked with its props, and nothing is written', () => {
    project.write('cdk8s.yaml', 'language: typescript\napp: npx tsx main.ts\n');
    expect(project.run('npx cdk8s-interlok check')).toEqual({ code: 0, stdout: 'no findings\n', stderr: '' });

    project.write('main.ts', MAIN.replace('replicas: 3', "image: 'adaptris/interlok:3.8.4'"));
    const { code, stdout, stderr } = project.run('npx cdk8s-interlok check');
    project.removeFile('cdk8s.yaml');

    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatch(/this is 3\.8\.4.*\n[^]*\d errors?/);
    expect(project.has('dist')).toBe(false);
  });

  test('given wrong use, then the exit code is 2', () => {
    expect(project.run('npx cdk8s-interlok check --nope')).toMatchObject({ code: 2, stdout: '' });
  });

  test('given --version, then it is that of the package', () => {
    expect(project.run('npx cdk8s-interlok --version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('cdk8s-interlok explain', () => {
  test('given a project, and no name, then its app is explained with its props, and nothing is written', () => {
    project.write('cdk8s.yaml', 'language: typescript\napp: npx tsx main.ts\n');
    const outcome = project.run('npx cdk8s-interlok explain --field spec.replicas');
    project.removeFile('cdk8s.yaml');

    const stdout = 'Deployment hello-world\n  spec.replicas: 3 ← prop replicas; how many pods run\n';
    expect(outcome).toEqual({ code: 0, stdout, stderr: '' });
    expect(project.has('dist')).toBe(false);
  });

  test.each([
    ['svg', '<svg '],
    ['html', '<!doctype html>'],
    ['mermaid', 'flowchart LR'],
  ])('given a project, then its app is drawn with its props as %s', (format, start) => {
    project.write('cdk8s.yaml', 'language: typescript\napp: npx tsx main.ts\n');
    const { code, stdout, stderr } = project.run(`npx cdk8s-interlok explain --format ${format}`);
    project.removeFile('cdk8s.yaml');

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.startsWith(start)).toBe(true);
    expect(stdout).toContain('Deployment hello-world');
    expect(stdout).toContain('3 replicas');
  });
});

describe('cdk8s-interlok schema', () => {
  test('given the package, then it writes the schema of a release', () => {
    const outcome = project.run('npx cdk8s-interlok schema --release 4.9.0 --output interlok.rng');

    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(project.has('interlok.rng')).toBe(true);
  });
});

describe('cdk8s-interlok init', () => {
  let made: Consumer;
  beforeAll(() => {
    made = new Consumer();
    made.copy('config');
    made.write(
      'docker-compose.yml',
      `services:
  interlok:
    image: adaptris/interlok:5.0.1-temurin
    scale: 3
    environment: { JVM_ARGS: -Xmx512m, TZ: UTC, DB_PASSWORD: hunter2 }
    ports: ['80:8081']
    volumes: ['./config:/opt/interlok/config']
`,
    );
  });
  afterAll(() => made.remove());

  test('given a configuration and a compose file, then the project installs, type checks, is checked and synthesizes', () => {
    expect(
      made.run(`node "${project.directory}/node_modules/cdk8s-interlok/build/package/cli/main.js" init --name orders`),
    ).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('replicas: 3') as string,
    });
    made.install(tarball);

    // One of those that backport brings: the override leaves it out.
    expect([project, made].map((each) => each.has('node_modules/axios'))).toEqual([true, false]);
    expect(made.run('npm run typecheck')).toMatchObject({ code: 0 });
    expect(made.run('npm run -s check')).toMatchObject({ code: 0, stdout: 'no findings\n' });
    expect(made.run('npm run synth -- --check-upgrade=false')).toMatchObject({ code: 0 });
    const manifests = made.read('dist/orders.k8s.yaml');
    expect(manifests).toMatch(/replicas: 3\n/);
    expect(manifests).toContain('name: orders-environment');
    expect(manifests).not.toContain('hunter2');
  });
});
