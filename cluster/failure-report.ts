import type { Kubectl } from './kubectl';
import type { Workload } from './manifests';
import type { PodTrouble } from './pod-trouble';
import { podTrouble } from './pod-trouble';
import type { PodObject } from './pods';
import { isEnding, isReady, podState } from './pods';

const LOG_LINES = 15;
const PODS_SHOWN = 3;

/** What a reader needs to know of the pods that did not become ready: state, last log lines, next step. */
export async function describePods(kubectl: Kubectl, workload: Workload, pods: readonly PodObject[]): Promise<string> {
  const waiting = pods.filter((pod) => !isReady(pod) && !isEnding(pod));
  const shown = await Promise.all(waiting.slice(0, PODS_SHOWN).map((pod) => describePod(kubectl, workload, pod)));
  const more = waiting.length - shown.length;
  if (waiting.length === 0) shown.push(nothingToSee(workload, pods));
  return [...shown, ...(more > 0 ? [`and ${more} more like these`] : [])].join('\n\n');
}

async function describePod(kubectl: Kubectl, workload: Workload, pod: PodObject): Promise<string> {
  const { namespace } = workload;
  const { name } = pod.metadata;
  const trouble = podTrouble(pod) ?? notReady(pod);
  const log = await lastLogLines(kubectl, namespace, name);
  return [
    `pod ${namespace}/${name}: ${trouble.state}${trouble.detail === '' ? '' : `, ${trouble.detail}`}`,
    ...log.map((line) => `  | ${line}`),
    `  next: ${trouble.next}`,
    `        kubectl describe pod ${name} -n ${namespace}`,
  ].join('\n');
}

function notReady(pod: PodObject): PodTrouble {
  const started = pod.status?.phase === 'Running';
  return {
    pod: pod.metadata.name,
    state: started ? 'running, not ready' : podState(pod),
    detail: started ? 'its readiness probe does not succeed' : '',
    next: started
      ? 'see in its log whether the adapter has started'
      : 'wait longer with --timeout, or look at its events',
  };
}

/** The current log, or that of the container before, when the current one has nothing to say yet. */
async function lastLogLines(kubectl: Kubectl, namespace: string, pod: string): Promise<string[]> {
  const args = ['logs', pod, '-n', namespace, '--all-containers', `--tail=${LOG_LINES}`];
  for (const extra of [[], ['--previous']]) {
    const { code, stdout } = await kubectl.try([...args, ...extra]);
    if (code === 0 && stdout.trim() !== '') return stdout.trimEnd().split('\n');
  }
  return ['(no log)'];
}

function nothingToSee({ kind, namespace, name }: Workload, pods: readonly PodObject[]): string {
  const found = pods.length === 0 ? 'it has no pod' : 'all its pods are ready';
  return `${found}\n  next: kubectl describe ${kind.toLowerCase()} ${name} -n ${namespace}`;
}
