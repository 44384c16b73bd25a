/** What is read of a Deployment, StatefulSet or DaemonSet that `kubectl get -o json` prints. */
export interface WorkloadObject {
  readonly metadata?: { readonly generation?: number };
  readonly spec?: { readonly replicas?: number; readonly selector?: LabelSelector };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly replicas?: number;
    readonly updatedReplicas?: number;
    readonly availableReplicas?: number;
    readonly desiredNumberScheduled?: number;
    readonly updatedNumberScheduled?: number;
    readonly numberAvailable?: number;
    readonly conditions?: readonly Condition[];
  };
}

export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
}

export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly { key: string; operator: string; values?: readonly string[] }[];
}

/** How far a rollout is. */
export interface RolloutState {
  readonly done: boolean;
  /** For the progress line, for example `1 of 3 pods available`. */
  readonly text: string;
  /**
   * Why it cannot go on, where the object itself says so.
   * @default - it may just need time
   */
  readonly blocked?: string;
}

/**
 * The state of a rollout, by the same rules as `kubectl rollout status`, with two more reasons to call it blocked:
 * pods that the API server refuses, and a DaemonSet that no node matches (which kubectl calls complete).
 *
 * @see kubernetes/kubectl:pkg/polymorphichelpers/rollout_status.go
 */
export function rolloutState(object: WorkloadObject): RolloutState {
  const { status = {} } = object;
  if ((object.metadata?.generation ?? 0) > (status.observedGeneration ?? 0))
    return { done: false, text: 'not yet seen by its controller' };
  const daemonSet = status.desiredNumberScheduled !== undefined;
  const counts = daemonSet ? daemonSetCounts(status) : deploymentCounts(object);
  const { wanted, updated, available, old } = counts;
  const blocked = blockedReason(object, daemonSet && wanted === 0);
  const oldText = old > 0 ? `, ${old} old` : '';
  return {
    done: blocked === undefined && updated >= wanted && available >= wanted && old === 0,
    text: `${Math.min(available, updated)} of ${wanted} ${wanted === 1 ? 'pod' : 'pods'} available${oldText}`,
    ...(blocked === undefined ? {} : { blocked }),
  };
}

interface Counts {
  readonly wanted: number;
  readonly updated: number;
  readonly available: number;
  readonly old: number;
}

function deploymentCounts({ spec, status = {} }: WorkloadObject): Counts {
  const updated = status.updatedReplicas ?? 0;
  const old = Math.max(0, (status.replicas ?? 0) - updated);
  return { wanted: spec?.replicas ?? 1, updated, available: status.availableReplicas ?? 0, old };
}

function daemonSetCounts(status: NonNullable<WorkloadObject['status']>): Counts {
  const wanted = status.desiredNumberScheduled ?? 0;
  return { wanted, updated: status.updatedNumberScheduled ?? 0, available: status.numberAvailable ?? 0, old: 0 };
}

function blockedReason(object: WorkloadObject, noNode: boolean): string | undefined {
  if (noNode) return 'no node matches its nodeSelector and tolerations';
  const failed = (object.status?.conditions ?? []).find(
    ({ type, status, reason }) =>
      (type === 'ReplicaFailure' && status === 'True') || reason === 'ProgressDeadlineExceeded',
  );
  return failed === undefined ? undefined : `${failed.reason ?? failed.type}: ${failed.message ?? ''}`.trim();
}

/** The text of a selector for `kubectl get -l`. */
export function selectorText({ matchLabels = {}, matchExpressions = [] }: LabelSelector): string {
  const labels = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
  const expressions = matchExpressions.map(({ key, operator, values = [] }) => {
    if (operator === 'Exists') return key;
    if (operator === 'DoesNotExist') return `!${key}`;
    return `${key} ${operator === 'In' ? 'in' : 'notin'} (${values.join(',')})`;
  });
  return [...labels, ...expressions].join(',');
}
