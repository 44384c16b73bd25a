import type { DnsPolicy, k8s } from 'cdk8s-plus-27';

/** What else is to be said of the pods. */
export interface PodOptions {
  /**
   * Further labels of the pods. Those that begin with `app.kubernetes.io/` are set by the chart.
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Annotations of the pods. A changed one rolls them: a `checksum/…` of a Secret makes a change of that Secret a rollout.
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * Labels of the nodes that the pods may run on.
   * @default - any node
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /**
   * Taints that the pods tolerate.
   * @default - none
   */
  readonly tolerations?: readonly k8s.Toleration[];
  /**
   * How the pods spread, in place of the default.
   * @default - over hosts and zones, as a wish
   */
  readonly topologySpread?: readonly k8s.TopologySpreadConstraint[];
  /**
   * Name of a RuntimeClass that exists in the cluster.
   * @default - the cluster's own default
   */
  readonly runtimeClassName?: string;
  /**
   * How names are resolved.
   * @default - as the cluster does
   */
  readonly dns?: PodDns;
  /**
   * Lines of `/etc/hosts`: host names by their address.
   * @default - none
   */
  readonly hostAliases?: Readonly<Record<string, readonly string[]>>;
  /**
   * Name of a ServiceAccount that exists, in place of one that the chart makes. Its token is not mounted.
   * @default - the chart makes one
   */
  readonly serviceAccountName?: string;
}

/** How names are resolved in a pod. */
export interface PodDns {
  /**
   * Who answers.
   * @default DnsPolicy.CLUSTER_FIRST
   */
  readonly policy?: DnsPolicy;
  /**
   * Addresses of name servers; with `DnsPolicy.NONE` at least one.
   * @default - those of the policy
   */
  readonly nameservers?: readonly string[];
  /**
   * Domains that short names are looked up in.
   * @default - those of the policy
   */
  readonly searches?: readonly string[];
  /**
   * Options of the resolver, for example `{ ndots: '2' }`.
   * @default - those of the policy
   */
  readonly options?: Readonly<Record<string, string>>;
}
