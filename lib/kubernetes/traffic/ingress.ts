import { JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { because, nameSource, type Origin } from '../../origins';
import type { RoutedPath } from './ingress-paths';
import { backendOrigins } from './path-origins';

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
  /** Why all of it is what it is. */
  readonly origins: () => readonly Origin[];
}

/** The Ingress that brings the adapter's routes, and nothing else of it, to the load balancer. */
export class AdapterIngress extends kplus.Ingress {
  private readonly serviceName: string;

  public constructor(scope: Construct, id: string, props: AdapterIngressProps) {
    super(scope, id, {
      metadata: { name: props.name, labels: props.labels, annotations: { ...props.annotations } },
      className: props.className,
    });
    this.serviceName = props.service.name;
    const hosts = props.hosts.length > 0 ? props.hosts : [undefined];
    const isFirst = ({ path }: RoutedPath, index: number): boolean =>
      props.paths.findIndex((other) => other.path === path) === index;
    for (const host of hosts) {
      for (const { path, pathType, port } of props.paths.filter(isFirst)) {
        const backend = kplus.IngressBackend.fromService(props.service, { port });
        this.addRules({ host, path, pathType, backend });
      }
    }
    for (const path of props.paths.filter((path, index) => !isFirst(path, index))) this.addSecond(path, hosts.length);
    if (props.tlsSecretName !== undefined) {
      const secret = kplus.Secret.fromSecretName(this, 'certificate', props.tlsSecretName);
      this.addTls([{ hosts: [...props.hosts], secret }]);
    }
    because(this.apiObject, () => [
      ...props.origins(),
      ...backendOrigins(props.hosts, props.paths, nameSource(this, props.name)),
    ]);
  }

  /** The same path again, with the other path type, which cdk8s-plus refuses and Kubernetes takes. */
  private addSecond({ path, pathType, port }: RoutedPath, rules: number): void {
    const backend = { service: { name: this.serviceName, port: { number: port } } };
    for (let rule = 0; rule < rules; rule++)
      this.apiObject.addJsonPatch(JsonPatch.add(`/spec/rules/${rule}/http/paths/-`, { backend, path, pathType }));
  }
}
