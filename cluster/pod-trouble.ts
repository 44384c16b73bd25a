import type { ContainerStatus, PodObject } from './pods';
import { isEnding, isReady, podState } from './pods';

/** Something that keeps a pod from becoming ready and does not go away by waiting. */
export interface PodTrouble {
  readonly pod: string;
  /** The pod's state in Kubernetes' words, for example `ImagePullBackOff`. */
  readonly state: string;
  /** Kubernetes' own message, exit codes and restarts, where there are any. */
  readonly detail: string;
  /** What to do about it. */
  readonly next: string;
}

const NEXT_BY_STATE: Readonly<Record<string, string>> = {
  CrashLoopBackOff: 'the log above says why the container ends; correct the configuration, then npm run synth',
  OOMKilled: 'give the container a larger memory limit',
  Unschedulable: 'make room: fewer replicas, smaller requests, or a larger node (Docker Desktop: Settings, Resources)',
  CreateContainerConfigError: 'create the Secret or ConfigMap that the message names',
  CreateContainerError: 'correct the container in the manifest that the message complains of',
  RunContainerError: 'correct the container in the manifest that the message complains of',
};

const NEXT_FOR_IMAGE =
  'check the image name and that the node can reach its registry; a local image: kind load docker-image <image>';

/** The trouble that a pod is in, if any; a pod that merely starts is in none. */
export function podTrouble(pod: PodObject): PodTrouble | undefined {
  const state = podState(pod);
  const next = state.includes('Image') ? NEXT_FOR_IMAGE : NEXT_BY_STATE[state];
  if (next === undefined || isReady(pod) || isEnding(pod)) return undefined;
  const container = troubledContainer(pod);
  const outOfMemory = container?.lastState?.terminated?.reason === 'OOMKilled';
  return {
    pod: pod.metadata.name,
    state,
    detail: detailOf(pod, container),
    next: outOfMemory ? (NEXT_BY_STATE['OOMKilled'] ?? next) : next,
  };
}

function troubledContainer({ status = {} }: PodObject): ContainerStatus | undefined {
  const containers = [...(status.initContainerStatuses ?? []), ...(status.containerStatuses ?? [])];
  return containers.find(({ state }) => state?.waiting !== undefined || state?.terminated !== undefined);
}

function detailOf({ status = {} }: PodObject, container: ContainerStatus | undefined): string {
  const ended = container?.state?.terminated ?? container?.lastState?.terminated;
  const unscheduled = status.conditions?.find(({ type, status }) => type === 'PodScheduled' && status === 'False');
  const restarts = container?.restartCount ?? 0;
  const parts = [
    restarts > 0 && `restarted ${restarts} ${restarts === 1 ? 'time' : 'times'}`,
    ended?.exitCode !== undefined && `last exit code ${ended.exitCode} (${ended.reason ?? 'no reason given'})`,
    // An Interlok that may start quietly ends like this when it cannot load its adapter.
    ended?.exitCode === 0 && 'with 0 and no message: look for startAdapterQuietly in bootstrap.properties',
    unscheduled?.message,
    container?.state?.waiting?.message,
  ];
  return parts.filter((part) => typeof part === 'string' && part !== '').join('; ');
}
