import type { Construct } from 'constructs';
import {
  ScaledObject,
  ScaledObjectSpecFallbackBehavior,
  type ScaledObjectSpecTriggers,
} from '../../../imports/keda.sh';
import type { Drain } from '../pod';
import type { WorkloadKind } from '../props';
import { scaleDown } from './behavior';
import type { LoadSignal } from './load-signals';

/** Without an answer for this many attempts, 30 s apart, KEDA stops to wait for one. */
const ATTEMPTS = 4;

/** Props of a {@link LoadAutoscaler}. */
export interface LoadAutoscalerProps {
  readonly name: string;
  readonly labels: Record<string, string>;
  readonly kind: WorkloadKind;
  readonly minReplicas: number;
  readonly maxReplicas: number;
  /** Where KEDA asks Prometheus. */
  readonly prometheus: string;
  readonly signals: readonly LoadSignal[];
  readonly drain: Drain;
}

/**
 * Scales the workload of the same name by the requests that HAProxy has running and waiting for it. While they are not
 * known the number of pods stays what it is.
 * @see https://keda.sh/docs/2.20/scalers/prometheus/
 */
export class LoadAutoscaler extends ScaledObject {
  public constructor(scope: Construct, id: string, props: LoadAutoscalerProps) {
    super(scope, id, {
      metadata: { name: props.name, labels: props.labels },
      spec: {
        scaleTargetRef: { name: props.name, ...(props.kind !== 'Deployment' && { kind: props.kind }) },
        minReplicaCount: props.minReplicas,
        maxReplicaCount: props.maxReplicas,
        fallback: {
          failureThreshold: ATTEMPTS,
          replicas: props.minReplicas,
          behavior: ScaledObjectSpecFallbackBehavior.CURRENT_REPLICAS_IF_HIGHER,
        },
        advanced: { horizontalPodAutoscalerConfig: { behavior: { scaleDown: scaleDown(props.drain) } } },
        triggers: props.signals.map((signal) => trigger(props.prometheus, signal)),
      },
    });
  }
}

/**
 * Running requests count beside the waiting ones: the autoscaler divides the sum by the threshold to get the number of
 * pods, so the queue alone would take away the pods that keep it short.
 */
function trigger(serverAddress: string, { backend, requestsPerPod }: LoadSignal): ScaledObjectSpecTriggers {
  return {
    type: 'prometheus',
    metricType: 'AverageValue',
    metadata: {
      serverAddress,
      query: `sum(avg_over_time(haproxy_backend_current_sessions{proxy="${backend}"}[1m]))`,
      threshold: String(Number(requestsPerPod.toFixed(3))),
      // By default a lost answer counts as no requests at all, and pods are taken away.
      ignoreNullValues: 'false',
    },
  };
}
