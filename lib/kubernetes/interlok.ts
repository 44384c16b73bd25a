import { ApiObject, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Construct } from 'constructs';
import { UserError } from '../errors';
import { reportFindings, silence } from '../findings';
import type { Adapter } from '../interlok';
import { addCommonMetadata, DisruptionBudget, writeFaithfully } from '../objects';
import { adapterLabels, adapterSelector } from './adapter-labels';
import { checkAgainstReading } from './check-against-reading';
import { ConfigurationMap, configurationOrigins, readFurtherFiles } from './configuration';
import { allRules } from './rules';
import { because } from '../origins';
import { commonOrigins } from './common-origins';
import { AdapterDeployment, AdapterServiceAccount, AdapterStatefulSet } from './pod';
import { addMetrics } from './metrics';
import {
  checkProps,
  ingressOptions,
  InterlokImage,
  type InterlokProps,
  MAIN_CONTAINER,
  metricsOf,
  workloadKind,
} from './props';
import { keepForPicture } from './pictures';
import { readFlowForPods, readForPods } from './read-for-pods';
import { addAutoscaler } from './scaling';
import { AdapterNetworkPolicy, addTraffic, exposedPorts, metricsPort, withoutManagement } from './traffic';

/** An Interlok adapter on Kubernetes: everything but the Namespace, in the chart that you put it in. */
export class Interlok extends Construct {
  /** What the configuration directory says: channels, listeners, routes. */
  public readonly adapter: Adapter;
  /** The one that the chart made, or that `pod.serviceAccountName` names. */
  public readonly serviceAccount: kplus.IServiceAccount;
  /** @default - none when the image carries the configuration */
  public readonly configMap?: kplus.ConfigMap;
  /** What runs the pods: a StatefulSet with storage that is `perPod`, otherwise a Deployment. */
  public readonly workload: kplus.Deployment | kplus.StatefulSet;
  /** @default - none when nothing of the adapter is to be reached */
  public readonly service?: kplus.Service;
  /** @default - none without HTTP consumers, with `gateway`, or when `ingress` is false */
  public readonly ingress?: kplus.Ingress;
  /** The HTTPRoutes to the Gateway; empty without `gateway`. */
  public readonly httpRoutes: readonly ApiObject[];
  /** @default - none without `autoscaling`, or when another one decides */
  public readonly autoscaler?: ApiObject;

  /**
   * @throws PropsError - naming every wrong prop
   * @throws ConfigurationError - with everything that Interlok would refuse, each with file, line and column
   */
  public constructor(scope: Construct, id: string, props: InterlokProps) {
    super(scope, id);
    const name = props.name ?? id;
    const subject = `Interlok '${this.node.path}'`;
    checkProps(subject, name, props);

    const image = InterlokImage.of(props.image);
    const { adapter, content, drain, findings, ownLogging } = readForPods(props, image);
    const reported = silence(findings, { silence: props.silence ?? [], rules: allRules, subject });
    reportFindings(reported);
    keepForPicture(this, { name, findings: reported, read: () => readFlowForPods(props, image) });
    checkAgainstReading(subject, props, adapter, content?.items ?? [], ownLogging);
    const furtherFiles = readFurtherFiles(subject, props.files ?? []);
    this.adapter = adapter;

    const labels = adapterLabels(name, image);
    const offered = withoutManagement(adapter, props.managementRoutes ?? []);
    const ports = exposedPorts(offered, props.expose ?? []);
    const common = { name, labels, selectorLabels: adapterSelector(name), adapter, ports };
    const metrics = metricsOf(props.metrics);
    const scraped = metrics === undefined || metrics.adapter === false ? undefined : metricsPort(adapter, ports);

    const existing = props.pod?.serviceAccountName;
    this.serviceAccount =
      existing === undefined
        ? new AdapterServiceAccount(this, 'service-account', common)
        : kplus.ServiceAccount.fromServiceAccountName(this, 'service-account', existing);
    const configMap =
      content === undefined ? undefined : new ConfigurationMap(this, 'config-map', { ...common, content });
    this.configMap = configMap;
    if (configMap !== undefined && content !== undefined)
      because(ApiObject.of(configMap), () => configurationOrigins(props, content));
    const kind = workloadKind(props);
    const Workload = kind === 'StatefulSet' ? AdapterStatefulSet : AdapterDeployment;
    const workload = new Workload(this, 'deployment', {
      ...common,
      image,
      drain,
      serviceAccount: this.serviceAccount,
      configMap,
      items: content?.items ?? [],
      furtherFiles,
      metricsPort: scraped,
      props,
    });
    this.workload = workload;

    const traffic = addTraffic(this, subject, { ...common, adapter: offered, workload, props });
    this.service = traffic.service;
    this.ingress = traffic.ingress;
    this.httpRoutes = traffic.httpRoutes;
    if (props.autoscaling !== undefined) {
      this.autoscaler = addAutoscaler(this, subject, props.autoscaling, {
        ...common,
        containerName: MAIN_CONTAINER,
        kind,
        drain,
        namespace: Chart.of(this).namespace,
        options: ingressOptions(props) ?? {},
        routedPorts: traffic.routedPorts,
        props,
      });
    }
    if (metrics !== undefined) {
      addMetrics(this, subject, metrics, {
        ...common,
        containerName: MAIN_CONTAINER,
        kind,
        namespace: Chart.of(this).namespace,
        port: scraped,
        routedPorts: traffic.routedPorts,
        props,
      });
    }
    new DisruptionBudget(this, 'disruption-budget', common);
    if (props.networkPolicy !== false) {
      const scraper =
        scraped === undefined || scraped.offered ? undefined : { port: scraped.number, from: metrics?.scraper ?? {} };
      new AdapterNetworkPolicy(this, 'network-policy', {
        ...common,
        instance: name,
        workload,
        nameservers: props.pod?.dns?.nameservers ?? [],
        scraper,
      });
    }
    for (const [label, value] of Object.entries(props.labels ?? {})) workload.podMetadata.addLabel(label, value);
    addCommonMetadata(this, props);
    for (const object of this.node.findAll())
      if (ApiObject.isApiObject(object)) because(object, () => commonOrigins(this, name, props));
    writeFaithfully(this);
  }

  /** @throws UserError - with storage that is `perPod`: there is a StatefulSet then, in `workload` */
  public get deployment(): kplus.Deployment {
    if (this.workload instanceof kplus.Deployment) return this.workload;
    throw new UserError(
      `Interlok '${this.node.path}' has no Deployment: storage with perPod makes a StatefulSet, which is in workload`,
    );
  }
}
