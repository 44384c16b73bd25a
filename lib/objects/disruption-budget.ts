import { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

/** Props of a {@link DisruptionBudget}. */
export interface DisruptionBudgetProps {
  readonly name: string;
  readonly labels: Record<string, string>;
  readonly selectorLabels: Readonly<Record<string, string>>;
}

/**
 * Lets node drains take one pod at a time, and never wait for a pod that is not healthy anyway. `kubectl apply` says
 * `configured` for it each time, whatever it contains: by its API the selector is replaced, never compared.
 */
export class DisruptionBudget extends k8s.KubePodDisruptionBudget {
  public constructor(scope: Construct, id: string, props: DisruptionBudgetProps) {
    super(scope, id, {
      metadata: { name: props.name, labels: props.labels },
      spec: {
        maxUnavailable: k8s.IntOrString.fromNumber(1),
        selector: { matchLabels: { ...props.selectorLabels } },
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
      },
    });
  }
}
