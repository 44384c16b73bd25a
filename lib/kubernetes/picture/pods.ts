import type { Drawing } from './drawing';
import { type ExplainedManifests, type Manifest, ofKind } from './manifests';

/** Draws the pods as a frame, with a box for the process that says what it is given. Returns the ids of both. */
export function drawPods(
  drawing: Drawing,
  manifests: ExplainedManifests,
): { readonly frame: string; readonly process: string } {
  const [workload] = ofKind(manifests, 'Deployment', 'StatefulSet');
  const label = workload === undefined ? 'pods' : `${workload.kind} ${workload.metadata.name}`;
  const replicas = replicasOf(manifests, workload);
  const frame = drawing.add({ id: 'pods', kind: 'pods', label, lines: [replicas], isGroup: true });
  const lines = [replicas, ...(workload === undefined ? [] : limitsOf(workload))];
  const process = drawing.add({ id: 'process', kind: 'process', label: 'Interlok', lines, group: frame });
  return { frame, process };
}

function replicasOf(manifests: ExplainedManifests, workload: Manifest | undefined): string {
  const [scaler] = ofKind(manifests, 'HorizontalPodAutoscaler', 'ScaledObject');
  if (scaler === undefined) {
    const replicas = workload?.spec?.replicas;
    return replicas === undefined ? 'as many replicas as another one decides' : counted(replicas, 'replica');
  }
  const { minReplicas, minReplicaCount, maxReplicas, maxReplicaCount } = scaler.spec ?? {};
  return `${minReplicas ?? minReplicaCount ?? 1} to ${maxReplicas ?? maxReplicaCount ?? ''} replicas by ${scaler.kind}`;
}

function limitsOf({ spec }: Manifest): readonly string[] {
  const pod = spec?.template?.spec;
  const [container] = pod?.containers ?? [];
  const { requests = {}, limits = {} } = container?.resources ?? {};
  const cpu = [requests['cpu'], limits['cpu'] === undefined ? 'and more' : `to ${limits['cpu']}`].join(' ');
  return [
    ...(container === undefined ? [] : [container.image]),
    ...(limits['memory'] === undefined ? [] : [`memory ${limits['memory']}`]),
    ...(requests['cpu'] === undefined ? [] : [`CPU ${cpu}`]),
    ...(pod?.terminationGracePeriodSeconds === undefined ? [] : [`${pod.terminationGracePeriodSeconds} s to stop`]),
  ];
}

/** `1 replica`, `3 replicas`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
