import { ApiObject, Chart } from 'cdk8s';
import { ServiceAccount } from 'cdk8s-plus-27';
import type { ConfigMap, DaemonSet, Deployment, Service } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import {
  DisruptionBudget,
  ImageReference,
  PodSecurityLevel,
  recommendedLabels,
  SecuredNamespace,
  selectorLabels,
} from '../objects';
import { because } from '../origins';
import { checkControllerProps } from './check-props';
import { commonOrigins } from './common-origins';
import { ControllerConfigMap } from './config-map';
import { describeController } from './descriptions';
import type { HaproxyIngressControllerProps } from './haproxy-ingress-controller-props';
import { ControllerIngressClass } from './ingress-class';
import { ControllerPolicy } from './network-policy';
import { ControllerPodMonitor } from './pod-monitor';
import { ControllerRbac } from './rbac';
import { ControllerMetricsService, ControllerService } from './service';
import { resolveSettings } from './settings';
import { TcpServicesMap } from './tcp-services';
import { ControllerDaemonSet, ControllerDeployment } from './workload';

/**
 * A chart with an HAProxy ingress controller: one file of manifests, named after the chart's id, as are its objects.
 *
 * @example
 * new HaproxyIngressController(app, 'haproxy-controller');
 * @example
 * // on kind, with ports 30080 and 30443 of the node mapped to the host
 * new HaproxyIngressController(app, 'haproxy-controller', { exposure: ControllerExposure.nodePort(), replicas: 1 });
 */
export class HaproxyIngressController extends Chart {
  /** The name of the IngressClass, for `ingressClassName`. */
  public readonly ingressClassName: string;
  /** @default - none when the props name a namespace that exists */
  public readonly namespaceObject?: SecuredNamespace;
  public readonly serviceAccount: ServiceAccount;
  public readonly rbac: ControllerRbac;
  /** The settings of HAProxy. */
  public readonly configMap: ConfigMap;
  /** @default - none without `tcpServices` */
  public readonly tcpServicesMap?: ConfigMap;
  public readonly ingressClass: ControllerIngressClass;
  public readonly workload: Deployment | DaemonSet;
  /** Where clients reach the controller. */
  public readonly service: Service;
  /** @default - none when `metrics` is false */
  public readonly metricsService?: Service;
  /** @default - none without `metrics.podMonitor` */
  public readonly podMonitor?: ControllerPodMonitor;
  /** @default - none for a DaemonSet, whose pods a drain leaves alone, and for a single replica */
  public readonly disruptionBudget?: DisruptionBudget;
  /** @default - none when `networkPolicy` is false */
  public readonly networkPolicy?: ControllerPolicy;

  /** @throws PropsError - naming every wrong prop, and every one that the chosen controller cannot follow */
  public constructor(scope: Construct, id: string, props: HaproxyIngressControllerProps = {}) {
    const description = describeController(props.controller);
    checkControllerProps(id, props, description);
    const settings = resolveSettings(id, props);
    const image = ImageReference.parse(props.image) ?? ImageReference.of(description.image);
    const instance = { name: description.labelName, instance: id };
    const labels = recommendedLabels({ ...instance, component: 'ingress-controller', version: image.version });
    super(scope, id, { namespace: settings.namespace, labels, disableResourceNameHashes: true });

    const hostPorts = settings.exposure.type === 'HostPorts';
    if (props.namespace === undefined) {
      const podSecurity = hostPorts ? PodSecurityLevel.PRIVILEGED : PodSecurityLevel.RESTRICTED;
      this.namespaceObject = new SecuredNamespace(this, 'namespace', { name: id, labels: {}, podSecurity });
    }
    const common = { name: id, description, settings, labels, selectorLabels: selectorLabels(instance) };
    this.serviceAccount = new ServiceAccount(this, 'service-account', {
      metadata: { name: id },
      automountToken: false,
    });
    this.rbac = new ControllerRbac(this, 'rbac', {
      name: id,
      namespace: settings.namespace,
      serviceAccount: this.serviceAccount,
      clusterRules: description.clusterRules(settings),
      namespaceRules: description.namespaceRules(settings),
      settings,
    });
    this.configMap = new ControllerConfigMap(this, 'config-map', {
      name: id,
      data: description.configData(settings),
      description,
      settings,
    });
    if (settings.tcpServices.length > 0) {
      this.tcpServicesMap = new TcpServicesMap(this, 'tcp-services', { name: id, services: settings.tcpServices });
    }
    this.ingressClassName = settings.ingressClass;
    this.ingressClass = new ControllerIngressClass(this, 'ingress-class', {
      name: settings.ingressClass,
      controller: description.ingressClassController(settings),
      isDefault: settings.defaultIngressClass,
      settings,
    });
    const pods = { ...common, image: image.name, serviceAccount: this.serviceAccount };
    this.workload = settings.daemonSet
      ? new ControllerDaemonSet(this, 'daemon-set', pods)
      : new ControllerDeployment(this, 'deployment', pods);
    this.service = new ControllerService(this, 'service', common);
    if (settings.metrics !== false) this.metricsService = new ControllerMetricsService(this, 'metrics', common);
    if (
      settings.metrics !== false &&
      settings.metrics.podMonitor !== undefined &&
      settings.metrics.podMonitor !== false
    )
      this.podMonitor = new ControllerPodMonitor(this, 'pod-monitor', {
        ...common,
        monitor: settings.metrics.podMonitor,
      });
    if (!settings.daemonSet && settings.replicas > 1) {
      this.disruptionBudget = new DisruptionBudget(this, 'disruption-budget', common);
    }
    if (settings.networkPolicy !== false) {
      const options = settings.networkPolicy;
      this.networkPolicy = new ControllerPolicy(this, 'network-policy', { ...common, options, instance: id });
    }
    for (const object of this.node.findAll())
      if (ApiObject.isApiObject(object)) because(object, () => commonOrigins(settings));
  }
}
