import { isIP } from 'node:net';
import { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { Adapter } from '../../interlok';
import { changeOutput, type Output } from '../../objects';
import { because, type Origin, place, propOf } from '../../origins';
import type { MetricsScraper } from '../props';
import type { ExposedPort } from './ports';

/** Props of an {@link AdapterNetworkPolicy}. */
export interface AdapterNetworkPolicyProps {
  readonly name: string;
  readonly labels: Record<string, string>;
  /** The one label that tells the pods of this installation; some linters match policies by a single label only. */
  readonly instance: string;
  readonly adapter: Adapter;
  readonly ports: readonly ExposedPort[];
  /** What runs the adapter, maybe beside other containers. */
  readonly workload: { readonly othersConnect: boolean };
  /**
   * Name servers of the pods beside the cluster's own.
   * @default - none
   */
  readonly nameservers?: readonly string[];
  /**
   * Who may read the metrics, where the Service does not offer their port anyway.
   * @default - nobody
   */
  readonly scraper?: ScraperRule;
}

/** Who may come in by the port of the metrics. */
export interface ScraperRule {
  readonly port: number;
  readonly from: MetricsScraper;
}

/**
 * Lets in what the Service offers, and nothing else. Lets out DNS alone when the adapter stays in its process, and
 * everything when it may connect to other systems: where to is not in its configuration for certain.
 */
export class AdapterNetworkPolicy extends k8s.KubeNetworkPolicy {
  public constructor(scope: Construct, id: string, props: AdapterNetworkPolicyProps) {
    super(scope, id, {
      metadata: { name: props.name, labels: props.labels },
      spec: {
        podSelector: { matchLabels: { 'app.kubernetes.io/instance': props.instance } },
        policyTypes: ['Ingress', 'Egress'],
        ingress: ingressRules(props),
        egress: props.adapter.outbound === 'none' ? dns(props.nameservers ?? []) : [{}],
      },
    });
    because(this, () => originsOfPolicy(props));
    // At the synth: containers may join the pod until then.
    changeOutput(this, (output) => (props.workload.othersConnect ? lettingOut(output) : output));
  }
}

function originsOfPolicy({
  adapter,
  ports,
  nameservers = [],
  scraper,
  workload,
}: AdapterNetworkPolicyProps): readonly Origin[] {
  const out = adapter.connectsOut.map((each) => place(each, `${each.component} ${each.because}`));
  const othersConnect = workload.othersConnect;
  return [
    ...ports.map(({ number, listener }, index): Origin => ({
      field: `spec.ingress[0].ports[${index}]`,
      sources: [place(listener, `${listener.component} ${number}`)],
      why: 'what the Service offers may come in',
    })),
    ...(scraper === undefined
      ? []
      : [
          {
            field: `spec.ingress[${ports.length > 0 ? 1 : 0}]`,
            sources: [propOf('metrics', true)],
            why: 'who reads the metrics may come in, by their port alone',
          },
        ]),
    {
      field: 'spec.egress',
      sources: [
        ...(out.length > 0 ? out : othersConnect ? [] : [place(adapter, 'no component that connects out')]),
        ...(othersConnect ? [propOf('sidecars', true), propOf('initContainers', true)] : []),
        ...(out.length === 0 && nameservers.length > 0 ? [propOf('pod.dns.nameservers', nameservers)] : []),
      ],
      why:
        out.length > 0
          ? 'everything may go out: where to is not in the configuration for certain'
          : othersConnect
            ? 'everything may go out: a container beside Interlok may connect to other systems'
            : 'DNS alone may go out, for the adapter stays in its process',
    },
  ];
}

function lettingOut(policy: Output): Output {
  return { ...policy, spec: { ...(policy['spec'] as Output), egress: [{}] } };
}

function ingressRules({ ports, scraper }: AdapterNetworkPolicyProps): k8s.NetworkPolicyIngressRule[] | undefined {
  const rules = [
    ...(ports.length > 0 ? [{ ports: ports.map(({ number }) => tcp(number)) }] : []),
    ...(scraper === undefined ? [] : [{ from: [peer(scraper.from)], ports: [tcp(scraper.port)] }]),
  ];
  return rules.length === 0 ? undefined : rules;
}

function peer({ namespace = 'monitoring', podLabels }: MetricsScraper): k8s.NetworkPolicyPeer {
  return {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
    podSelector: { matchLabels: { ...(podLabels ?? { 'app.kubernetes.io/name': 'prometheus' }) } },
  };
}

/** Names are resolved by the cluster, and by the name servers that the pods are given. */
function dns(nameservers: readonly string[]): k8s.NetworkPolicyEgressRule[] {
  const ports = [{ port: k8s.IntOrString.fromNumber(53), protocol: 'UDP' }, tcp(53)];
  const cluster = {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
    podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
  };
  const others = nameservers.map((address) => ({ ipBlock: { cidr: `${address}/${isIP(address) === 6 ? 128 : 32}` } }));
  return [{ to: [cluster, ...others], ports }];
}

function tcp(port: number): k8s.NetworkPolicyPort {
  return { port: k8s.IntOrString.fromNumber(port), protocol: 'TCP' };
}
