import type { Condition } from '../../cluster/rollout-state';
import type { ContainerStatus, PodObject } from '../../cluster/pods';

interface DeploymentNumbers {
  readonly wanted?: number;
  readonly updated?: number;
  readonly available?: number;
  readonly old?: number;
  readonly conditions?: readonly Condition[];
}

/** A Deployment as the API server shows it, in the middle of a rollout or after it. */
export function aDeployment({ wanted = 3, old = 0, conditions = [], ...numbers }: DeploymentNumbers) {
  const { updated = wanted, available = wanted } = numbers;
  return {
    metadata: { generation: 2 },
    spec: { replicas: wanted, selector: { matchLabels: { app: 'hello-world' } } },
    status: {
      observedGeneration: 2,
      replicas: updated + old,
      updatedReplicas: updated,
      availableReplicas: available,
      conditions,
    },
  };
}

/** A DaemonSet as the API server shows it. */
export function aDaemonSet({ wanted = 1, available = wanted }: { wanted?: number; available?: number }) {
  return {
    metadata: { generation: 1 },
    spec: { selector: { matchLabels: { app: 'haproxy' } } },
    status: {
      observedGeneration: 1,
      desiredNumberScheduled: wanted,
      updatedNumberScheduled: wanted,
      numberAvailable: available,
    },
  };
}

/** A pod that serves. */
export function aReadyPod(name: string): PodObject {
  return {
    metadata: { name },
    status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
  };
}

/** A pod whose container waits, for the given reason. */
export function aWaitingPod(name: string, reason: string, container: Partial<ContainerStatus> = {}): PodObject {
  return {
    metadata: { name },
    status: {
      phase: 'Pending',
      conditions: [{ type: 'Ready', status: 'False' }],
      containerStatuses: [{ name: 'interlok', state: { waiting: { reason } }, ...container }],
    },
  };
}

/** The answer of `kubectl get pods -o json`. */
export function podList(...items: PodObject[]): string {
  return JSON.stringify({ items });
}
