import { Kubectl } from '../../cluster/kubectl';
import { waitForOldPods, waitForRollouts } from '../../cluster/rollout';
import { aDeployment, aReadyPod, aWaitingPod, podList } from '../support/fake-cluster';
import type { Script } from '../support/fake-machine';
import { fakeMachine } from '../support/fake-machine';

const HELLO = { kind: 'Deployment', namespace: 'hello', name: 'hello-world', behindIngress: true } as const;

/** A cluster whose answers are lists: each call takes the next, the last one stays. */
function cluster(deployments: object[], pods: string[], log: Script = () => 'Hello log') {
  const next = <Item>(items: Item[]) => (items.length > 1 ? items.shift() : items[0]);
  const machine = fakeMachine((command) => {
    if (command.includes(' get deployment/hello-world -n hello')) return JSON.stringify(next(deployments));
    if (command.includes(' get pods -n hello -l app=hello-world')) return next(pods) ?? podList();
    return command.includes(' logs ') ? log(command) : undefined;
  });
  return { machine, kubectl: new Kubectl(machine.run, { kubeconfig: 'my.config', context: 'kind-x' }) };
}

async function failure(waiting: Promise<void>): Promise<string> {
  return waiting.then(
    () => 'no failure',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

test('given pods that come up one by one, then progress shows them, and every command names the cluster', async () => {
  const { machine, kubectl } = cluster(
    [aDeployment({ available: 0 }), aDeployment({ available: 1 }), aDeployment({})],
    [podList(aWaitingPod('a', 'ContainerCreating'), aWaitingPod('b', 'ContainerCreating')), podList(aReadyPod('a'))],
  );
  await waitForRollouts(kubectl, [HELLO], 60_000, machine);
  expect(machine.progressTexts).toEqual([
    'hello/hello-world: 0 of 3 pods available (2 ContainerCreating)',
    'hello/hello-world: 1 of 3 pods available',
  ]);
  expect(machine.lines).toEqual(['hello/hello-world: 3 of 3 pods available']);
  expect(machine.commands.every((c) => c.startsWith('kubectl --kubeconfig my.config --context kind-x '))).toBe(true);
});

test('given a pod that crashes, then its state, last log lines and the next step are shown, before the time is up', async () => {
  const lastState = { terminated: { reason: 'Error', exitCode: 1 } };
  const crashing = aWaitingPod('hello-world-1', 'CrashLoopBackOff', { restartCount: 3, lastState });
  const { machine, kubectl } = cluster([aDeployment({ wanted: 1, available: 0 })], [podList(crashing)], (command) =>
    command.endsWith('--previous') ? 'first line\nCannot load adapter\n' : '',
  );
  expect(await failure(waitForRollouts(kubectl, [HELLO], 600_000, machine))).toMatchInlineSnapshot(`
    "hello/hello-world did not come up: 0 of 1 pod available after 30 s

    pod hello/hello-world-1: CrashLoopBackOff, restarted 3 times; last exit code 1 (Error)
      | first line
      | Cannot load adapter
      next: the log above says why the container ends; correct the configuration, then npm run synth
            kubectl describe pod hello-world-1 -n hello"
  `);
});

test('given an image that cannot be pulled, then there is no log, and the image is the thing to check', async () => {
  const message = "failed to pull image 'adaptris/interlok:nope'";
  const pulling = aWaitingPod('a', 'ImagePullBackOff', { state: { waiting: { reason: 'ImagePullBackOff', message } } });
  const { machine, kubectl } = cluster([aDeployment({ available: 0 })], [podList(pulling)], () => ({ code: 1 }));
  const text = await failure(waitForRollouts(kubectl, [HELLO], 600_000, machine));
  expect(text).toContain(`pod hello/a: ImagePullBackOff, ${message}\n  | (no log)\n  next: check the image name`);
});

test('given pods of the version before that crash on, then only the new ones count', async () => {
  const made = (name: string, hash: string, creationTimestamp: string) => ({
    name,
    labels: { 'pod-template-hash': hash },
    creationTimestamp,
  });
  const old = { ...aWaitingPod('old', 'CrashLoopBackOff'), metadata: made('old', '1', '2026-11-01T10:00:00Z') };
  const young = { ...aWaitingPod('new', 'ContainerCreating'), metadata: made('new', '2', '2026-11-01T11:00:00Z') };
  const coming = Array.from({ length: 30 }, () => aDeployment({ wanted: 1, available: 0, old: 1 }));
  const { machine, kubectl } = cluster([...coming, aDeployment({ wanted: 1 })], [podList(young, old)]);
  expect(await failure(waitForRollouts(kubectl, [HELLO], 600_000, machine))).toBe('no failure');
  expect([...new Set(machine.progressTexts)]).toEqual([
    'hello/hello-world: 0 of 1 pod available, 1 old (1 ContainerCreating)',
  ]);
});

test('given a first pull that fails and heals by itself, then nothing is given up', async () => {
  const { machine, kubectl } = cluster(
    [...Array.from({ length: 10 }, () => aDeployment({ wanted: 1, available: 0 })), aDeployment({ wanted: 1 })],
    [podList(aWaitingPod('a', 'ErrImagePull')), podList(aWaitingPod('a', 'ContainerCreating'))],
  );
  expect(await failure(waitForRollouts(kubectl, [HELLO], 600_000, machine))).toBe('no failure');
});

test('given pods that never get ready, then after the time that is said, for at most three pods', async () => {
  const slow = ['a', 'b', 'c', 'd', 'e'].map((name) => ({
    ...aWaitingPod(name, ''),
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'False' }] },
  }));
  const { machine, kubectl } = cluster([aDeployment({ wanted: 5, available: 0 })], [podList(...slow)]);
  const text = await failure(waitForRollouts(kubectl, [HELLO], 45_000, machine));
  expect(text).toContain('hello/hello-world did not come up: 0 of 5 pods available after 45 s');
  expect(text).toContain('pod hello/a: running, not ready, its readiness probe does not succeed\n  | Hello log');
  expect(text).toContain('and 2 more like these');
  expect(text).not.toContain('pod hello/d');
});

test('given pods that the API server refuses, then its message is shown though there is no pod', async () => {
  const conditions = [
    { type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message: 'violates PodSecurity "restricted"' },
  ];
  const { machine, kubectl } = cluster([aDeployment({ updated: 0, available: 0, conditions })], [podList()]);
  const text = await failure(waitForRollouts(kubectl, [HELLO], 600_000, machine));
  expect(text).toContain('FailedCreate: violates PodSecurity "restricted"');
  expect(text).toContain('it has no pod\n  next: kubectl describe deployment hello-world -n hello');
});

test('given a cluster that does not answer, then kubectl’s own message is shown', async () => {
  const trace = `E1122 17:14:57.342619   30196 memcache.go:265] "Unhandled Error" err="connection refused"`;
  const machine = fakeMachine(() => ({
    code: 1,
    stderr: `${trace}\n${trace}\nThe connection to the server was refused\n`,
  }));
  const waiting = waitForRollouts(new Kubectl(machine.run, {}), [HELLO], 1_000, machine);
  expect(await failure(waiting)).toMatch(
    /\(exit code 1\)\nThe connection to the server was refused\nnext: .*docker start/,
  );
});

test('given old pods that end, then they are waited for', async () => {
  const ending = { ...aReadyPod('old'), metadata: { name: 'old', deletionTimestamp: 'now' } };
  const { machine, kubectl } = cluster(
    [aDeployment({})],
    [podList(ending, aReadyPod('new')), podList(aReadyPod('new'))],
  );
  await waitForOldPods(kubectl, HELLO, 60_000, machine);
  expect(machine.progressTexts).toEqual(['hello/hello-world: waiting for old pods to end (1 left)']);
});

test('given an old pod that does not end, then it is named after the time', async () => {
  const ending = { ...aReadyPod('old'), metadata: { name: 'old', deletionTimestamp: 'now' } };
  const { machine, kubectl } = cluster([aDeployment({})], [podList(ending)]);
  expect(await failure(waitForOldPods(kubectl, HELLO, 10_000, machine))).toBe('still ending after 10 s: old');
});
