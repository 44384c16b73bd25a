import type { Kubectl } from './kubectl';
import type { Workload } from './manifests';
import type { Condition, WorkloadObject } from './rollout-state';
import { selectorText } from './rollout-state';

/** What is read of a pod that `kubectl get pods -o json` prints. */
export interface PodObject {
  readonly metadata: {
    readonly name: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly creationTimestamp?: string;
    readonly deletionTimestamp?: string;
  };
  readonly spec?: { readonly containers?: readonly { readonly image?: string }[] };
  readonly status?: {
    readonly phase?: string;
    readonly reason?: string;
    readonly conditions?: readonly Condition[];
    readonly initContainerStatuses?: readonly ContainerStatus[];
    readonly containerStatuses?: readonly ContainerStatus[];
  };
}

export interface ContainerStatus {
  readonly name: string;
  readonly image?: string;
  readonly ready?: boolean;
  readonly restartCount?: number;
  readonly state?: ContainerState;
  readonly lastState?: ContainerState;
}

interface ContainerState {
  readonly waiting?: { readonly reason?: string; readonly message?: string };
  readonly terminated?: { readonly reason?: string; readonly exitCode?: number };
}

/** The workload as the cluster has it now. */
export async function getWorkload(kubectl: Kubectl, { kind, namespace, name }: Workload): Promise<WorkloadObject> {
  return (await kubectl.json(['get', `${kind.toLowerCase()}/${name}`, '-n', namespace])) as WorkloadObject;
}

/** The workload's pods, also those that are ending. */
export async function getPods(kubectl: Kubectl, workload: Workload, object?: WorkloadObject): Promise<PodObject[]> {
  const { selector = {} } = (object ?? (await getWorkload(kubectl, workload))).spec ?? {};
  const list = await kubectl.json(['get', 'pods', '-n', workload.namespace, '-l', selectorText(selector)]);
  return (list as { items?: PodObject[] }).items ?? [];
}

/**
 * The pods of the newest version: those with the same template as the one that was made last. Pods of the version before
 * may go on crashing until the new ones are ready, and that is no trouble of the new ones.
 */
export function newestPods(pods: readonly PodObject[]): PodObject[] {
  const created = (pod: PodObject) => pod.metadata.creationTimestamp ?? '';
  const [newest] = [...pods].sort((a, b) => (created(a) > created(b) ? -1 : 1));
  return pods.filter((pod) => newest !== undefined && templateHash(pod) === templateHash(newest));
}

function templateHash({ metadata: { labels = {} } }: PodObject): string | undefined {
  return labels['pod-template-hash'] ?? labels['controller-revision-hash'];
}

/** True while Kubernetes ends the pod. */
export function isEnding(pod: PodObject): boolean {
  return pod.metadata.deletionTimestamp !== undefined;
}

/** True when a Service sends requests to the pod. */
export function isReady(pod: PodObject): boolean {
  return pod.status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') === true;
}

/** What `kubectl get pods` shows in its STATUS column, as far as it matters here, for example `ContainerCreating`. */
export function podState({ status = {} }: PodObject): string {
  const containers = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])];
  const reasons = containers.map(({ state }) => state?.waiting?.reason ?? state?.terminated?.reason);
  const unscheduled = status.conditions?.find(({ type, status }) => type === 'PodScheduled' && status === 'False');
  const reason = reasons.find((text) => text !== undefined && text !== 'Completed');
  return unscheduled?.reason ?? status.reason ?? reason ?? status.phase ?? 'Unknown';
}
