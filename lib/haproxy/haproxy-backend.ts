/** What is behind the Service, as far as the load balancer needs to know. */
export interface HaproxyBackend {
  /** What the pods speak on the Service's ports. */
  readonly protocol: 'http' | 'https';
  /**
   * How many requests the workflows behind the Service run at once in one pod.
   * @default - not known
   */
  readonly concurrencyPerPod?: number;
  /** The number of pods; the maximum where an autoscaler decides. */
  readonly replicas: number;
  /**
   * A path that answers OPTIONS without running a workflow.
   * @default - not known
   */
  readonly healthPath?: string;
  /** How many ports of the Service the Ingress routes to. */
  readonly ports: number;
}
