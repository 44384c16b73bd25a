import type { Kubectl } from '../cluster/kubectl';

const EVENTS = 15;
const LOG_LINES = 12;

/** Pods, the last events and the last lines of each pod's log, of some namespaces. */
export async function describeNamespaces(kubectl: Kubectl, namespaces: readonly string[]): Promise<string> {
  const texts = await Promise.all(namespaces.map((namespace) => describeNamespace(kubectl, namespace)));
  return texts.join('\n');
}

async function describeNamespace(kubectl: Kubectl, namespace: string): Promise<string> {
  const ask = async (...args: string[]) => (await kubectl.try([...args, '-n', namespace])).stdout.trimEnd().split('\n');
  const pods = await ask('get', 'pods', '-o', 'wide');
  const events = await ask('get', 'events', '--sort-by=.lastTimestamp');
  const names = await ask('get', 'pods', '-o', 'name');
  const logs = await Promise.all(
    names
      .filter((name) => name !== '')
      .map(async (name) => [`log of ${name}`, ...(await ask('logs', name, '--all-containers', `--tail=${LOG_LINES}`))]),
  );
  return [`namespace ${namespace}`, ...pods, ...events.slice(-EVENTS), ...logs.flat()].join('\n');
}
