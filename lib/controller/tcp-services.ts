import type { Construct } from 'constructs';
import { ConfigMap } from 'cdk8s-plus-27';
import { removeImmutableFalse } from '../objects';
import { because } from '../origins';
import type { NamedPort } from './controller-description';
import type { TcpService } from './controller-options';

/** Name of the ConfigMap that lists the Services reached by plain TCP. */
export function tcpServicesName(controllerName: string): string {
  return `${controllerName}-tcp`;
}

/** Props of a {@link TcpServicesMap}. */
export interface TcpServicesMapProps {
  /** Name of the controller. */
  readonly name: string;
  readonly services: readonly TcpService[];
}

/** The list of Services reached by plain TCP, `port: namespace/service:port[:ssl]`. */
export class TcpServicesMap extends ConfigMap {
  public constructor(scope: Construct, id: string, props: TcpServicesMapProps) {
    super(scope, id, {
      metadata: { name: tcpServicesName(props.name) },
      data: Object.fromEntries(props.services.map((tcp) => [String(tcp.port), target(tcp)])),
    });
    removeImmutableFalse(this.apiObject);
    because(this.apiObject, () =>
      props.services.map(({ port }, index) => ({
        field: `data.${port}`,
        sources: [{ kind: 'prop', prop: `tcpServices[${index}]` }],
        why: 'the Service that TCP on the port is led to',
      })),
    );
  }
}

/** The port of a TCP service, the same in the container and in the Service. */
export function tcpPort({ port }: TcpService): NamedPort {
  return { name: `tcp-${port}`, number: port };
}

function target({ service, servicePort, tls }: TcpService): string {
  return `${service.namespace}/${service.name}:${servicePort}${tls === true ? ':ssl' : ''}`;
}
