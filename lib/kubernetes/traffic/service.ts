import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { removeEmptyExternalIps } from '../../objects';
import { because, type Origin, place, propOf } from '../../origins';
import type { ExposedPort } from './ports';

/** Props of an {@link AdapterService}. */
export interface AdapterServiceProps {
  readonly name: string;
  readonly labels: Record<string, string>;
  /** What load balancer settings the dialect puts on the Service. */
  readonly annotations: Readonly<Record<string, string>>;
  readonly workload: kplus.Workload;
  readonly ports: readonly ExposedPort[];
  /** Why the annotations are what they are. */
  readonly annotationOrigins: () => readonly Origin[];
}

/** The Service in front of the pods: named ports, and only what listens. */
export class AdapterService extends kplus.Service {
  public constructor(scope: Construct, id: string, props: AdapterServiceProps) {
    super(scope, id, {
      metadata: { name: props.name, labels: props.labels, annotations: { ...props.annotations } },
      selector: props.workload,
      ports: props.ports.map(({ name, number }) => ({ name, port: number, targetPort: number })),
    });
    removeEmptyExternalIps(this.apiObject);
    because(this.apiObject, () => [
      ...props.ports.map(({ name, number, listener }) => ({
        field: `spec.ports[${name}]`,
        sources: [
          place(listener, `${listener.component} ${number}`),
          ...(listener.routes.length === 0 ? [propOf('expose', true)] : []),
        ],
        why:
          listener.routes.length === 0
            ? 'the adapter listens on it, and it is to be offered'
            : 'HTTP consumers of the adapter answer on it',
      })),
      ...props.annotationOrigins(),
    ]);
  }
}
