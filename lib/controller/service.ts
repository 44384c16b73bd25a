import { JsonPatch } from 'cdk8s';
import { Service, ServiceType } from 'cdk8s-plus-27';
import type { ServicePort } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { removeEmptyExternalIps } from '../objects';
import type { ControllerDescription, NamedPort } from './controller-description';
import type { ControllerExposure } from './controller-exposure';
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
  }
}

function servicePort(port: NamedPort, number: number, nodePort?: number): ServicePort {
  return { name: port.name, port: number, targetPort: port.number, nodePort };
}

function select(service: Service, labels: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(labels)) service.selectLabel(key, value);
}
