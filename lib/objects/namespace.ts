import { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { clusterScoped } from './patches';

/** How strict Pod Security admission is in a namespace. */
export enum PodSecurityLevel {
  RESTRICTED = 'restricted',
  BASELINE = 'baseline',
  PRIVILEGED = 'privileged',
}

/** Props of a {@link SecuredNamespace}. */
export interface SecuredNamespaceProps {
  readonly name: string;
  readonly labels: Record<string, string>;
  /** @default PodSecurityLevel.RESTRICTED */
  readonly podSecurity?: PodSecurityLevel;
}

/** A Namespace that admits only pods which meet a Pod Security level. */
export class SecuredNamespace extends k8s.KubeNamespace {
  public constructor(scope: Construct, id: string, props: SecuredNamespaceProps) {
    super(scope, id, {
      metadata: {
        name: props.name,
        labels: {
          ...props.labels,
          'pod-security.kubernetes.io/enforce': props.podSecurity ?? PodSecurityLevel.RESTRICTED,
        },
      },
    });
    clusterScoped(this);
  }
}
