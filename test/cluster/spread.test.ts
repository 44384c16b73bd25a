import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCodeOf } from '../../cluster/program';
import { spread } from '../../cluster/spread';
import { aDeployment, aReadyPod, podList } from '../support/fake-cluster';
import type { FakeMachine } from '../support/fake-machine';
import { fakeMachine } from '../support/fake-machine';
import { HELLO_MANIFESTS } from '../support/hello-manifests';
import type { HelloServer } from '../support/hello-server';
import { helloFrom, serve } from '../support/hello-server';

let dist: string;
let server: HelloServer;

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'spread-'));
  writeFileSync(join(dist, 'all.yaml'), HELLO_MANIFESTS);
});
afterEach(async () => {
  rmSync(dist, { recursive: true });
  await server.close();
});

/** A cluster with three pods; `onRestart` is what happens when they are replaced. */
function cluster(onRestart: () => void = () => undefined): FakeMachine {
  return fakeMachine((command) => {
    if (command.includes(' get deployment/hello-world -n hello-world')) return JSON.stringify(aDeployment({}));
    if (command.includes(' get pods ')) return podList(...['a', 'b', 'c'].map(aReadyPod));
    if (!command.includes(' rollout restart deployment/hello-world -n hello-world')) return undefined;
    onRestart();
    return 'restarted';
  });
}

async function run(machine: FakeMachine, ...args: string[]) {
  const code = await exitCodeOf(spread, ['--dist', dist, '--base-url', server.url.href, ...args], machine);
  return { code, text: machine.lines.join('\n') };
}

test('given three pods, then the table shows an even spread, and only kubectl was used, on the named cluster', async () => {
  server = await serve(helloFrom(['a', 'b', 'c']));
  const machine = cluster();
  const { code, text } = await run(machine, '--requests', '30', '--kubeconfig', 'prod.config', '--context', 'prod');
  expect(code).toBe(0);
  // One request more than 30 was sent, to see whether the load balancer answers.
  expect(text.match(/│ [abc] +│ +10 │ +33\.3 % │/g)).toHaveLength(3);
  expect(text).toContain('answers: 200 × 30');
  expect(machine.commands.every((c) => c.startsWith('kubectl --kubeconfig prod.config --context prod '))).toBe(true);
});

test('given a redirect to HTTPS, which no pod sends, then it is no success, and the address is named', async () => {
  server = await serve((_request, response) => response.writeHead(302, { location: 'https://hello.example/' }).end());
  const { code, text } = await run(cluster(), '--requests', '4');
  expect(code).toBe(1);
  expect(text).toContain('next: --base-url https://hello.example/');
});

test('given a redirect that the adapter may have sent, then it counts', async () => {
  server = await serve((_request, response) => response.writeHead(303, { location: '/elsewhere' }).end());
  expect((await run(cluster(), '--requests', '4')).code).toBe(0);
});

test('given a pod that gets no request, then the table shows it with 0', async () => {
  server = await serve(helloFrom(['a', 'b']));
  expect((await run(cluster(), '--requests', '10')).text).toMatch(/│ c +│ +0 │ +0\.0 % │/);
});

test('given a header that names the pod, then it is used', async () => {
  server = await serve((_request, response) => response.setHeader('X-Pod', 'b').end('ok'));
  expect((await run(cluster(), '--requests', '4', '--pod-header', 'X-Pod')).text).toMatch(/│ b +│ +4 │ +100\.0 % │/);
});

test('given another pattern, then it finds the pod', async () => {
  server = await serve((_request, response) => response.end('{"pod":"c"}'));
  const { text } = await run(cluster(), '--requests', '4', '--pod-pattern', '"pod":"(.+?)"');
  expect(text).toMatch(/│ c +│ +4 │ +100\.0 % │/);
});

test('given an Ingress that is not there yet, then the requests wait for it', async () => {
  let asked = 0;
  const hello = helloFrom(['a']);
  server = await serve((request, response) => {
    if (asked++ < 3) response.writeHead(503).end();
    else hello(request, response);
  });
  const machine = cluster();
  expect((await run(machine, '--requests', '5')).code).toBe(0);
  expect(machine.progressTexts).toContain(`waiting for ${server.url.href} (503)`);
});

test.each([
  [404, 'no Ingress rule matches'],
  [503, 'the load balancer answers, the adapter behind it does not'],
])('given nothing but %d for a minute, then the next step is named', async (status, next) => {
  server = await serve((_request, response) => response.writeHead(status).end());
  const { code, text } = await run(cluster());
  expect(code).toBe(1);
  expect(text).toContain(`${server.url.href} does not answer as it should: ${status}\nnext: ${next}`);
});

test('given requests that fail, then the exit code is 1 and the table shows what came', async () => {
  let count = 0;
  server = await serve((_request, response) => response.writeHead(count++ % 5 === 4 ? 502 : 200).end('from a!'));
  const { code, text } = await run(cluster(), '--requests', '10');
  expect(code).toBe(1);
  expect(text).toContain('answers: 200 × 8, 502 × 2');
  expect(text).toContain('2 of 10 requests');
});

test('given --during-rollout and no loss, then all pods are replaced under load and nothing failed', async () => {
  server = await serve(helloFrom(['a', 'b', 'c']));
  const machine = cluster();
  const { code, text } = await run(machine, '--requests', '3', '--during-rollout');
  expect(code).toBe(0);
  expect(machine.commands.filter((c) => c.includes('rollout restart'))).toHaveLength(1);
  expect(text).toMatch(/\d+ requests while all pods were replaced: 0 failed/);
});

test('given --during-rollout and a rollout that drops requests, then they are counted and the exit code is 1', async () => {
  let broken = false;
  server = await serve((_request, response) => response.writeHead(broken ? 503 : 200).end('from a!'));
  const { code, text } = await run(
    cluster(() => (broken = true)),
    '--requests',
    '3',
    '--during-rollout',
  );
  expect(code).toBe(1);
  expect(text).toMatch(/while all pods were replaced: [1-9]\d* failed\nthe rollout was not without loss/);
});

test.each([
  [['--requests', '0'], 'requests: got'],
  [['--pod-pattern', '('], "pod-pattern: got '('"],
  [['stray'], 'unexpected: stray'],
  [['--name', 'x'], "Unknown option '--name'"],
])('given %j, then the exit code is 2 and the usage is shown', async (args, message) => {
  server = await serve(helloFrom(['a']));
  const { code, text } = await run(cluster(), ...args);
  expect(code).toBe(2);
  expect(text).toContain(message);
  expect(text).toContain('Usage: npm run spread');
});

test('given a Deployment that the manifests do not have, then those that they have are named', async () => {
  server = await serve(helloFrom(['a']));
  const { code, text } = await run(cluster(), '--deployment', 'other/one');
  expect(code).toBe(1);
  expect(text).toBe("deployment: got 'other/one', expected one of hello-world/hello-world");
});
