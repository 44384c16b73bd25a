import { Kubectl } from '../../cluster/kubectl';
import type { Manifest } from '../../e2e/test-cluster';
import { TestCluster } from '../../e2e/test-cluster';
import { fakeMachine, type Script } from '../support/fake-machine';

const namespace: Manifest = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'mine' } };
const role: Manifest = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'mine' } };
const service: Manifest = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'a', namespace: 'mine' } };

function clusterOf(script: Script) {
  const machine = fakeMachine(script);
  return { ...machine, cluster: new TestCluster(new Kubectl(machine.run, {}), machine) };
}

test('given a namespace that is there already, then nothing is begun, for it belongs to somebody else', async () => {
  const { cluster } = clusterOf((command) => (command.includes('get Namespace') ? 'namespace/mine\n' : ''));
  await expect(cluster.refuseExisting([role, namespace, service])).rejects.toThrow(
    /^namespace\/mine is in the cluster/,
  );
});

test('given a cluster with none of it, then it may begin', async () => {
  const { cluster } = clusterOf(() => '');
  await expect(cluster.refuseExisting([role, namespace, service])).resolves.toBeUndefined();
});

test('given what was applied, when all is cleaned up, then that is deleted and nothing else', async () => {
  const { cluster, commands } = clusterOf(() => '');
  await cluster.apply([namespace, role, service]);
  commands.length = 0;

  await cluster.cleanUp();

  const verbs = commands.map((command) => command.replace('kubectl --request-timeout=30s ', ''));
  expect(verbs).toEqual([
    'delete -f - --ignore-not-found --wait=false',
    'delete pods --all -n mine --force --grace-period=0 --wait=false',
    'delete -f - --ignore-not-found --wait=true --timeout=150s --request-timeout=0',
  ]);
});

test('given nothing was applied, when all is cleaned up, then nothing is deleted', async () => {
  const { cluster, commands } = clusterOf(() => '');
  await cluster.cleanUp();
  expect(commands).toEqual([]);
});

test('given something that does not come, then the wait ends, and says for what', async () => {
  const { cluster } = clusterOf(() => '');
  const never = cluster.eventually('a reload', 5_000, () => Promise.resolve(undefined));
  await expect(never).rejects.toThrow('a reload: not within 5 s');
});
