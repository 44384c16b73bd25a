import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { RoutedPath } from './ingress-paths';

/** Props of an {@link AdapterIngress}. */
export interface AdapterIngressProps {
  readonly name: string;
  readonly labels: Record<string, string>;
  /** What load balancer settings the dialect puts on the Ingress. */
  readonly annotations: Readonly<Record<string, string>>;
  readonly className: string;
  /** Empty for every host. */
  readonly hosts: readonly string[];
  /** @default - plain HTTP */
  readonly tlsSecretName?: string;
  readonly paths: readonly RoutedPath[];
  readonly service: kplus.Service;
}

/** The Ingress that brings the adapter's routes, and nothing else of it, to the load balancer. */
export class AdapterIngress extends kplus.Ingress {
  public constructor(scope: Construct, id: string, props: AdapterIngressProps) {
    super(scope, id, {
      metadata: { name: props.name, labels: props.labels, annotations: { ...props.annotations } },
      className: props.className,
    });
    for (const host of props.hosts.length > 0 ? props.hosts : [undefined]) {
      for (const { path, pathType, port } of props.paths) {
        const backend = kplus.IngressBackend.fromService(props.service, { port });
        this.addRules({ host, path, pathType, backend });
      }
    }
    if (props.tlsSecretName !== undefined) {
      const secret = kplus.Secret.fromSecretName(this, 'certificate', props.tlsSecretName);
      this.addTls([{ hosts: [...props.hosts], secret }]);
    }
  }
}
