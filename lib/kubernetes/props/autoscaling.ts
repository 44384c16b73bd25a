/**
 * How the number of pods follows the work, instead of a fixed `replicas`. Exactly one of `cpu`, `load` and `external`
 * says what decides.
 */
export interface InterlokAutoscaling {
  /**
   * The fewest pods: a whole number of at least 1. Never none: with no pod behind it HAProxy answers at once, and nothing
   * that could be measured asks for the first one.
   * @default 2
   */
  readonly minReplicas?: number;
  /** The most pods: a whole number, at least `minReplicas`. */
  readonly maxReplicas: number;
  /**
   * CPU that the pods should use on average, in percent of what they request: a HorizontalPodAutoscaler. It needs a
   * `resources.cpuRequest` of yours, for the percentage is a share of it.
   * @default - CPU does not decide
   */
  readonly cpu?: number;
  /**
   * Requests that HAProxy has running and waiting for the adapter, read from Prometheus: a ScaledObject of KEDA (2.17 or
   * newer). The true signal for workflows that take one message at a time and mostly wait for other systems.
   * @default - requests do not decide
   */
  readonly load?: InterlokLoad;
  /**
   * Something outside of this chart decides: the manifests have no autoscaler, and no `replicas` that an apply would set
   * back.
   * @default false
   */
  readonly external?: boolean;
}

/** Scaling by the requests that HAProxy has for the adapter. */
export interface InterlokLoad {
  /** Where KEDA asks Prometheus, for example `'http://prometheus-operated.monitoring.svc:9090'`. */
  readonly prometheus: string;
  /**
   * How busy the pods should be on average: the share of the requests that they can run at once, above 0 and at most 1.
   * @default 0.7
   */
  readonly target?: number;
  /**
   * Requests that one pod can run at once, a whole number of at least 1.
   * @default - what the workflows behind each port run at once, or `ingress.connectionsPerPod` where that is less; an
   * error where neither is known
   */
  readonly requestsPerPod?: number;
}
