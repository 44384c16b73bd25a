import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Program } from '../../cluster/program';
import { exitCodeOf } from '../../cluster/program';
import { down } from '../../kind/down';
import { scale } from '../../kind/scale';
import { up } from '../../kind/up';
import { aDaemonSet, aDeployment, aReadyPod, aWaitingPod, podList } from '../support/fake-cluster';
import type { FakeMachine, Script } from '../support/fake-machine';
import { fakeMachine } from '../support/fake-machine';
import { HELLO_MANIFESTS } from '../support/hello-manifests';
import type { HelloServer } from '../support/hello-server';
import { helloFrom, serve } from '../support/hello-server';

let folder: string;
let server: HelloServer;
const file = (name: string) => join(folder, name);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kind-'));
  server = await serve(helloFrom(['a', 'b', 'c']));
  writeFileSync(file('all.yaml'), HELLO_MANIFESTS);
  writeFileSync(file('cluster.yml'), 'nodes: [{ extraPortMappings: [{ containerPort: 80, hostPort: 1 }] }]');
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface MachineProps {
  /** Names of kind clusters, one a line. */
  readonly clusters?: string;
  /** Contexts of the kubeconfig, without `kind-`. */
  readonly contexts?: string;
  readonly except?: Script;
}

/** A machine with docker, kind and kubectl, and perhaps a cluster; the exceptions answer first. */
function machine({ clusters = '', ...more }: MachineProps = {}): FakeMachine {
  const { contexts = clusters, except = () => undefined } = more;
  return fakeMachine((command) => {
    const exception = except(command);
    if (exception !== undefined) return exception;
    if (command === 'kind get clusters') return clusters;
    if (command.startsWith('kubectl config get-contexts')) return `kind-${contexts}`;
    if (command.includes(' get daemonset/haproxy ')) return JSON.stringify(aDaemonSet({}));
    if (command.includes(' get deployment/hello-world ')) return JSON.stringify(aDeployment({}));
    if (command.includes(' get pods ')) return podList(...['a', 'b', 'c'].map(aReadyPod));
    return command.startsWith('no-') ? undefined : 'ok';
  });
}

async function run(program: Program, on: FakeMachine, ...args: string[]) {
  const options = program === down ? [] : ['--dist', folder, '--config', file('cluster.yml'), '--requests', '9'];
  const url = program === down || args.includes('--base-url') ? [] : ['--base-url', server.url.href];
  const code = await exitCodeOf(program, [...args, ...options, ...url], on);
  return { code, text: on.lines.join('\n') };
}

describe('kind:up', () => {
  test('given no cluster, then it is made, everything is applied and awaited, and the spread is shown', async () => {
    const on = machine();
    const { code, text } = await run(up, on);
    expect(code).toBe(0);
    const create = `kind create cluster --name cdk8s-interlok --config ${file('cluster.yml')} --wait 5m`;
    const apply = `kubectl --context kind-cdk8s-interlok --request-timeout=30s apply -f ${folder}`;
    expect(on.commands.indexOf(create)).toBeGreaterThan(0);
    expect(on.commands.indexOf(apply)).toBeGreaterThan(on.commands.indexOf(create));
    expect(text).toContain('haproxy-controller/haproxy: 1 of 1 pod available');
    expect(text).toContain('hello-world/hello-world: 3 of 3 pods available');
    expect(text.match(/│ [abc] +│ +3 │/g)).toHaveLength(3);
  });

  test('given a cluster, then it is used, and no port is asked for', async () => {
    writeFileSync(
      file('cluster.yml'),
      `nodes: [{ extraPortMappings: [{ containerPort: 80, hostPort: ${server.port} }] }]`,
    );
    const on = machine({ clusters: 'other\ncdk8s-interlok', contexts: 'cdk8s-interlok' });
    expect((await run(up, on)).code).toBe(0);
    expect(on.commands.filter((c) => c.startsWith('kind create') || c.startsWith('kind export'))).toEqual([]);
  });

  test('given another name and kubeconfig, then kind and kubectl get both', async () => {
    const on = machine();
    expect((await run(up, on, '--name', 'mine', '--kubeconfig', 'my.config')).code).toBe(0);
    expect(on.commands.find((c) => c.startsWith('kind create'))).toMatch(/--name mine .* --kubeconfig my\.config$/);
    const apply = 'kubectl --kubeconfig my.config --context kind-mine --request-timeout=30s apply';
    expect(on.commands.some((c) => c.startsWith(apply))).toBe(true);
  });

  test('given whatever current context there is, then every command for the cluster names its own', async () => {
    const on = machine();
    await run(up, on);
    const toCluster = on.commands.filter((c) => c.startsWith('kubectl ') && !c.startsWith('kubectl version'));
    expect(toCluster.length).toBeGreaterThan(3);
    expect(toCluster.filter((c) => !c.includes(' --context kind-cdk8s-interlok '))).toEqual([]);
  });

  test('given a cluster that this kubeconfig does not know, then its context is added', async () => {
    const on = machine({ clusters: 'cdk8s-interlok', contexts: 'other' });
    expect((await run(up, on)).code).toBe(0);
    expect(on.commands).toContain('kind export kubeconfig --name cdk8s-interlok');
  });

  test('given a port in use, then it is named and nothing is made', async () => {
    writeFileSync(
      file('cluster.yml'),
      `nodes: [{ extraPortMappings: [{ containerPort: 80, hostPort: ${server.port} }] }]`,
    );
    const on = machine();
    const { code, text } = await run(up, on);
    expect(code).toBe(1);
    expect(text).toContain(`port ${server.port} is in use on 127.0.0.1`);
    expect(on.commands.some((c) => c.startsWith('kind create') || c.includes(' apply '))).toBe(false);
  });

  test('given a user who may not open port 80, then kind’s failure names other ports', async () => {
    const failure = { code: 1, stderr: 'rootlessport cannot expose privileged port 80: permission denied' };
    const except: Script = (c) => (c.startsWith('kind create') ? failure : undefined);
    const { code, text } = await run(up, machine({ except }));
    expect(code).toBe(1);
    expect(text).toContain(`set hostPort 8080 and 8443 in ${file('cluster.yml')}`);
  });

  test('given kind that fails for another reason, then its own lines are shown', async () => {
    const except: Script = (c) =>
      c.startsWith('kind create') ? { code: 1, stdout: 'ERROR: no space left' } : undefined;
    const { code, text } = await run(up, machine({ except }));
    expect(code).toBe(1);
    expect(text).toContain('  ERROR: no space left');
    expect(text).toContain('known-issues');
  });

  test('given manifests that the cluster refuses, then its message is shown', async () => {
    const except: Script = (c) => (c.includes(' apply ') ? { code: 1, stderr: 'no matches for kind' } : undefined);
    const { code, text } = await run(up, machine({ except }));
    expect(code).toBe(1);
    expect(text).toContain('no matches for kind');
  });

  test('given a pod that crashes, then its log is shown, no request is sent, and the exit code is 1', async () => {
    const except: Script = (c) => {
      if (c.includes(' get deployment/')) return JSON.stringify(aDeployment({ available: 0 }));
      if (c.includes(' get pods -n hello-world')) return podList(aWaitingPod('hello-1', 'CrashLoopBackOff'));
      return c.includes(' logs hello-1 ') ? 'Cannot load adapter' : undefined;
    };
    const { code, text } = await run(up, machine({ except }));
    expect(code).toBe(1);
    expect(text).toContain('pod hello-world/hello-1: CrashLoopBackOff\n  | Cannot load adapter\n  next: ');
    expect(text).not.toContain('answers:');
  });

  test('given no program at all, then all three are named, and no cluster is touched', async () => {
    const on = fakeMachine(() => undefined);
    const { code, text } = await run(up, on);
    expect(code).toBe(1);
    expect(text.match(/^(docker|kind|kubectl) is not installed$/gm)).toHaveLength(3);
    expect(on.commands).toHaveLength(3);
  });

  test('given no manifests, then no cluster is made', async () => {
    rmSync(file('all.yaml'));
    rmSync(file('cluster.yml'));
    writeFileSync(file('cluster.yml'), '');
    const on = machine();
    const { code, text } = await run(up, on);
    expect(code).toBe(1);
    expect(text).toContain('npm run synth');
    expect(on.commands).toEqual([]);
  });

  test.each([
    [['--context', 'prod'], "Unknown option '--context'"],
    [['--timeout', 'soon'], "timeout: got 'soon'"],
    [['--name', 'Not Good'], "name: got 'Not Good'"],
    [['stray'], 'unexpected: stray'],
  ])('given %j, then the exit code is 2, with the usage, and nothing was run', async (args, message) => {
    const on = machine();
    const { code, text } = await run(up, on, ...args);
    expect(code).toBe(2);
    expect(text).toContain(message);
    expect(text).toContain('Usage: npm run kind:up');
    expect(on.commands).toEqual([]);
  });
});

describe('kind:down', () => {
  test('given the cluster, then it is deleted, and no other', async () => {
    const on = machine({ clusters: 'other\ncdk8s-interlok' });
    expect(await run(down, on)).toEqual({ code: 0, text: 'cluster cdk8s-interlok is gone' });
    expect(on.commands.filter((c) => c.startsWith('kind delete'))).toEqual([
      'kind delete cluster --name cdk8s-interlok',
    ]);
  });

  test('given no such cluster, then nothing is deleted and that is no failure', async () => {
    const on = machine({ clusters: 'other' });
    expect(await run(down, on)).toEqual({ code: 0, text: 'there is no cluster cdk8s-interlok' });
    expect(on.commands.some((c) => c.startsWith('kind delete'))).toBe(false);
  });

  test('given kind that fails, then its message is shown', async () => {
    const except: Script = (c) => (c.startsWith('kind delete') ? { code: 1, stderr: 'cannot remove' } : undefined);
    const { code, text } = await run(down, machine({ clusters: 'cdk8s-interlok', except }));
    expect({ code, text }).toEqual({ code: 1, text: 'kind delete cluster failed (exit code 1)\ncannot remove' });
  });
});

describe('kind:scale', () => {
  test('given a number, then the adapter alone is scaled, and the spread is shown', async () => {
    const on = machine({ clusters: 'cdk8s-interlok' });
    const { code, text } = await run(scale, on, '5');
    expect(code).toBe(0);
    expect(on.commands.filter((c) => c.includes(' scale '))).toEqual([
      'kubectl --context kind-cdk8s-interlok --request-timeout=30s scale deployment/hello-world -n hello-world --replicas=5',
    ]);
    expect(text).toContain('answers: 200 × 9');
  });

  test('given no cluster, then the next step is to make one', async () => {
    const { code, text } = await run(scale, machine(), '5');
    expect({ code, text }).toEqual({
      code: 1,
      text: 'there is no kind cluster cdk8s-interlok\nnext: npm run kind:up',
    });
  });

  test.each([
    [[], "pods: got '', expected"],
    [['0'], "pods: got '0', expected"],
    [['many'], "pods: got 'many', expected"],
    [['3', '4'], "pods: got '3 4', expected one number"],
  ])('given %j, then the exit code is 2 and nothing was run', async (args, message) => {
    const on = machine({ clusters: 'cdk8s-interlok' });
    const { code, text } = await run(scale, on, ...args);
    expect(code).toBe(2);
    expect(text).toContain(message);
    expect(on.commands).toEqual([]);
  });
});

test.each([
  ['up', up],
  ['down', down],
  ['scale', scale],
])('given kind:%s --help, then the usage is all that happens', async (name, program) => {
  const on = machine();
  expect(await exitCodeOf(program, ['--help'], on)).toBe(0);
  expect(on.lines.join('\n')).toContain(`Usage: npm run kind:${name}`);
  expect(on.commands).toEqual([]);
});
