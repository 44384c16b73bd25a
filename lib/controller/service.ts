import { JsonPatch } from 'cdk8s';
import { Service, ServiceType } from 'cdk8s-plus-27';
import type { ServicePort } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { removeEmptyExternalIps } from '../objects';
import { because, type Origin } from '../origins';
import type { ControllerDescription, NamedPort } from './controller-description';
import type { ControllerExposure } from './controller-exposure';
import { fromProps } from './prop-origins';
import type { ControllerSettings } from './settings';
import { tcpPort } from './tcp-services';

/** Props of the controller's Services. */
export interface ControllerServiceProps {
  readonly description: ControllerDescription;
  readonly settings: ControllerSettings;
  readonly selectorLabels: Readonly<Record<string, string>>;
}

const TYPES: Readonly<Record<ControllerExposure['type'], ServiceType>> = {
  LoadBalancer: ServiceType.LOAD_BALANCER,
  NodePort: ServiceType.NODE_PORT,
  HostPorts: ServiceType.CLUSTER_IP,
};

/** Where clients reach the controller. */
export class ControllerService extends Service {
  public constructor(scope: Construct, id: string, props: ControllerServiceProps) {
    const { description, settings } = props;
    const { type, ports, loadBalancerOptions: options } = settings.exposure;
    super(scope, id, {
      metadata: { name: settings.name, annotations: options.annotations && { ...options.annotations } },
      type: TYPES[type],
      loadBalancerSourceRanges: options.sourceRanges && [...options.sourceRanges],
      ports: [
        servicePort(description.http, 80, type === 'NodePort' ? ports.http : undefined),
        servicePort(description.https, 443, type === 'NodePort' ? ports.https : undefined),
        ...settings.tcpServices.map(tcpPort).map((port) => servicePort(port, port.number)),
      ],
    });
    select(this, props.selectorLabels);
    removeEmptyExternalIps(this.apiObject);
    if (type === 'LoadBalancer' && options.preserveClientAddress !== false) {
      this.apiObject.addJsonPatch(JsonPatch.add('/spec/externalTrafficPolicy', 'Local'));
    }
    because(this.apiObject, () => [
      ...['type', 'loadBalancerSourceRanges', 'externalTrafficPolicy'].map((field) =>
        fromProps(settings, `spec.${field}`, ['exposure'], 'how clients outside of the cluster come to the controller'),
      ),
      fromProps(settings, 'metadata.annotations', ['exposure'], 'what the load balancer of the cloud is told'),
      ...[description.http, description.https].flatMap(({ name }) => [
        fromProps(settings, `spec.ports[${name}]`, ['exposure'], 'where clients connect'),
        fromProps(settings, `spec.ports[${name}].targetPort`, ['controller'], 'where HAProxy listens in the pod'),
      ]),
      ...tcpOrigins(settings),
    ]);
  }
}

/** Where Prometheus reads the metrics: a Service of its own, for the port has no password and must not be public. */
export class ControllerMetricsService extends Service {
  public constructor(scope: Construct, id: string, props: ControllerServiceProps) {
    const { description, settings } = props;
    super(scope, id, {
      metadata: { name: `${settings.name}-metrics` },
      ports: description.metricsPorts(settings).map((port) => servicePort(port, port.number)),
    });
    select(this, props.selectorLabels);
    removeEmptyExternalIps(this.apiObject);
    because(this.apiObject, () => [
      fromProps(settings, 'spec.ports', ['metrics', 'controller'], 'where the controller answers with its metrics'),
    ]);
  }
}

/** Why a port leads TCP through. */
function tcpOrigins(settings: ControllerSettings): readonly Origin[] {
  return settings.tcpServices.map((tcp, index) => ({
    field: `spec.ports[${tcpPort(tcp).name}]`,
    sources: [{ kind: 'prop', prop: `tcpServices[${index}]` }],
    why: 'TCP that is led through to a Service',
  }));
}

function servicePort(port: NamedPort, number: number, nodePort?: number): ServicePort {
  return { name: port.name, port: number, targetPort: port.number, nodePort };
}

function select(service: Service, labels: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(labels)) service.selectLabel(key, value);
}
