import { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { Drain } from '../pod';
import type { WorkloadKind } from '../props';
import { SCALE_UP_BY_CPU, scaleDown } from './behavior';

/** Props of a {@link CpuAutoscaler}. */
export interface CpuAutoscalerProps {
  readonly name: string;
  readonly labels: Record<string, string>;
  readonly kind: WorkloadKind;
  readonly minReplicas: number;
  readonly maxReplicas: number;
  /** CPU that the container should use on average, in percent of its request. */
  readonly cpu: number;
  /** The only container that counts: what is added to the pod later neither hides load nor makes it. */
  readonly containerName: string;
  readonly drain: Drain;
}

/** Scales the workload of the same name by the CPU of its Interlok container. */
export class CpuAutoscaler extends k8s.KubeHorizontalPodAutoscalerV2 {
  public constructor(scope: Construct, id: string, props: CpuAutoscalerProps) {
    super(scope, id, {
      metadata: { name: props.name, labels: props.labels },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: props.kind, name: props.name },
        minReplicas: props.minReplicas,
        maxReplicas: props.maxReplicas,
        metrics: [
          {
            type: 'ContainerResource',
            containerResource: {
              name: 'cpu',
              container: props.containerName,
              target: { type: 'Utilization', averageUtilization: props.cpu },
            },
          },
        ],
        behavior: { scaleUp: SCALE_UP_BY_CPU, scaleDown: scaleDown(props.drain) },
      },
    });
  }
}
