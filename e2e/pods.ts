import type { CommandResult } from '../cluster/run-command';
import type { PodObject } from '../cluster/pods';
import { isEnding, isReady } from '../cluster/pods';
import type { TestCluster } from './test-cluster';

/** The pods of a namespace that are ready and not ending. */
export async function readyPods({ kubectl }: TestCluster, namespace: string): Promise<PodObject[]> {
  const { items } = (await kubectl.json(['get', 'pods', '-n', namespace])) as { items: PodObject[] };
  return items.filter((pod) => isReady(pod) && !isEnding(pod));
}

/** Waits until a namespace has exactly so many pods, all ready, none ending. */
export async function waitForPods(cluster: TestCluster, namespace: string, count: number): Promise<PodObject[]> {
  return cluster.eventually(`${count} pods in ${namespace}, all ready, none ending`, 150_000, async () => {
    const { items } = (await cluster.kubectl.json(['get', 'pods', '-n', namespace])) as { items: PodObject[] };
    const settled = items.length === count && items.every((pod) => isReady(pod) && !isEnding(pod));
    return settled ? items : undefined;
  });
}

/** Runs a shell command in a pod, given as `pod/name` or `deployment/name`. */
export function execIn(
  { kubectl }: TestCluster,
  namespace: string,
  target: string,
  script: string,
): Promise<CommandResult> {
  return kubectl.try(['exec', '-n', namespace, target, '--', 'sh', '-c', script]);
}
