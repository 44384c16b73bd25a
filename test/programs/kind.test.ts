import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../cluster/run-command';
import type { FakePrograms } from '../support/fake-programs';
import { fakePrograms } from '../support/fake-programs';
import { HELLO_MANIFESTS } from '../support/hello-manifests';
import type { HelloServer } from '../support/hello-server';
import { helloFrom, serve } from '../support/hello-server';

jest.setTimeout(60_000);

let folder: string;
let server: HelloServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kind-scripts-'));
  server = await serve(helloFrom(['a', 'b', 'c']));
  writeFileSync(join(folder, 'hello-world.k8s.yaml'), HELLO_MANIFESTS);
  writeFileSync(join(folder, 'cluster.yml'), 'nodes: [{ extraPortMappings: [{ containerPort: 80, hostPort: 1 }] }]');
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Runs an npm script as npm does, but with nothing in PATH beside the fake programs. */
async function npmRun(name: string, { bin }: FakePrograms, ...args: string[]) {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const [program, ...fixed] = (scripts[name] ?? '').split(' ');
  expect(program).toBe('node');
  const node = JSON.stringify(process.execPath);
  const words = [...fixed, ...args].map((word) => `'${word}'`).join(' ');
  return runCommand('/bin/sh', ['-c', `PATH='${bin}' ${node} ${words}`]);
}

const options = () => ['--dist', folder, '--config', join(folder, 'cluster.yml'), '--base-url', server.url.href];

test('given an empty machine with all programs, when up, scale and down are run, then they do as they say', async () => {
  const programs = fakePrograms(folder, ['docker', 'kind', 'kubectl']);
  const up = await npmRun('kind:up', programs, ...options(), '--requests', '30');
  expect(up.stderr).toBe('');
  expect(up.code).toBe(0);
  expect(up.stdout).toContain('  • Preparing nodes\n');
  expect(up.stdout).toContain('hello-world/hello-world: 1 of 3 pods available\n');
  expect(up.stdout).toContain('hello-world/hello-world: 3 of 3 pods available\n');
  expect(up.stdout.match(/│ [abc] +│ +10 │ +33\.3 % │/g)).toHaveLength(3);
  // No control codes outside a terminal.
  expect(up.stdout).not.toContain('\u001b');

  const scale = await npmRun('kind:scale', programs, '5', ...options(), '--requests', '9');
  expect(scale).toMatchObject({ code: 0, stderr: '' });
  expect(scale.stdout).toContain('answers: 200 × 9');

  expect(await npmRun('kind:down', programs)).toEqual({
    code: 0,
    stdout: 'cluster cdk8s-interlok is gone\n',
    stderr: '',
  });

  const target = 'kubectl --context kind-cdk8s-interlok --request-timeout=30s';
  const acted = programs.commands().filter((c) => / (create|apply|scale|delete) /.test(c));
  expect(acted).toEqual([
    `kind create cluster --name cdk8s-interlok --config ${join(folder, 'cluster.yml')} --wait 5m`,
    `${target} apply -f ${folder}`,
    `${target} scale deployment/hello-world -n hello-world --replicas=5`,
    'kind delete cluster --name cdk8s-interlok',
  ]);
});

test('given a machine without kind and kubectl, when up is run, then it says so on stderr and exits with 1', async () => {
  const programs = fakePrograms(folder, ['docker']);
  const start = Date.now();
  const { code, stdout, stderr } = await npmRun('kind:up', programs, ...options());
  expect(Date.now() - start).toBeLessThan(20_000); // The programs that are there have 30 s to answer.
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/^kind is not installed\nnext: https:.*\nkubectl is not installed\nnext: https:.*\n$/);
});

test('given a wrong option, when a script is run, then it exits with 2 and no stack trace', async () => {
  const programs = fakePrograms(folder, []);
  for (const name of ['kind:up', 'kind:down', 'kind:scale', 'spread']) {
    const { code, stderr } = await npmRun(name, programs, '--nope');
    expect(code).toBe(2);
    expect(stderr).toContain(`Usage: npm run ${name}`);
    expect(stderr).not.toMatch(/^ +at /m);
  }
});

test('given a cluster that is not kind, when spread is run, then kubectl gets the kubeconfig and kind is not needed', async () => {
  const programs = fakePrograms(folder, ['kubectl']);
  const args = ['--dist', folder, '--base-url', server.url.href, '--kubeconfig', 'prod.config', '--requests', '9'];
  const { code, stdout } = await npmRun('spread', programs, ...args);
  expect(code).toBe(0);
  expect(stdout).toContain('answers: 200 × 9');
  expect(programs.commands().every((c) => c.startsWith('kubectl --kubeconfig prod.config '))).toBe(true);
});
