import { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { because } from '../origins';
import type { ControllerDescription } from './controller-description';
import type { ControllerMetrics, ControllerNetworkPolicy } from './controller-options';
import { fromProps } from './prop-origins';
import type { ControllerSettings } from './settings';

/** Props of a {@link ControllerPolicy}. */
export interface ControllerPolicyProps {
  readonly description: ControllerDescription;
  readonly settings: ControllerSettings;
  readonly options: ControllerNetworkPolicy;
  /** The one label that tells the pods of this installation; some linters match policies by a single label only. */
  readonly instance: string;
}

/**
 * Lets in requests, and metrics for those who may read them; the probes of the kubelet are let in by every network
 * plugin. Lets out what an ingress controller has to reach: any port of any pod, for that is where the backends are, the
 * API server, which is no pod, and DNS, which is not always one.
 */
export class ControllerPolicy extends k8s.KubeNetworkPolicy {
  public constructor(scope: Construct, id: string, props: ControllerPolicyProps) {
    const { options, settings } = props;
    super(scope, id, {
      metadata: { name: settings.name },
      spec: {
        podSelector: { matchLabels: { 'app.kubernetes.io/instance': props.instance } },
        policyTypes: ['Ingress', 'Egress'],
        ingress: [requests(props), ...(settings.metrics === false ? [] : [metrics(props, settings.metrics)])],
        egress: [
          { to: [{ namespaceSelector: {} }] },
          { to: networks(options.apiServer), ports: (options.apiServerPorts ?? [443, 6443]).map((port) => tcp(port)) },
          { ports: [{ port: k8s.IntOrString.fromNumber(53), protocol: 'UDP' }, tcp(53)] },
        ],
      },
    });
    because(this, () => [
      fromProps(settings, 'spec.ingress[0].from', ['networkPolicy.clients'], 'who may send requests'),
      fromProps(settings, 'spec.ingress[0].ports', ['controller', 'tcpServices'], 'where HAProxy listens for clients'),
      fromProps(settings, 'spec.ingress[1].from', ['metrics.namespaces'], 'who may read the metrics'),
      fromProps(settings, 'spec.ingress[1].ports', ['metrics', 'controller'], 'where the metrics are'),
      fromProps(settings, 'spec.egress[1].to', ['networkPolicy.apiServer'], 'where the API server of the cluster is'),
      fromProps(
        settings,
        'spec.egress[1].ports',
        ['networkPolicy.apiServerPorts'],
        'where the API server of the cluster is',
      ),
    ]);
  }
}

function requests({ description, options, settings }: ControllerPolicyProps): k8s.NetworkPolicyIngressRule {
  const ports = [description.http.number, description.https.number, ...settings.tcpServices.map(({ port }) => port)];
  return { from: networks(options.clients), ports: ports.map(tcp) };
}

function metrics(
  { description, settings }: ControllerPolicyProps,
  { namespaces }: ControllerMetrics,
): k8s.NetworkPolicyIngressRule {
  const from: k8s.NetworkPolicyPeer[] =
    namespaces === undefined
      ? [{ namespaceSelector: {} }]
      : namespaces.map((name) => ({ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } }));
  return { from, ports: description.metricsPorts(settings).map(({ number }) => tcp(number)) };
}

/** No list stands for every network. */
function networks(cidrs: readonly string[] | undefined): k8s.NetworkPolicyPeer[] | undefined {
  return cidrs?.map((cidr) => ({ ipBlock: { cidr } }));
}

function tcp(port: number): k8s.NetworkPolicyPort {
  return { port: k8s.IntOrString.fromNumber(port), protocol: 'TCP' };
}
