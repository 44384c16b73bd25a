import type { WorkloadKind } from '../props';

/** What the queries are about. */
export interface QuerySubject {
  readonly namespace: string;
  /** The name of what runs the pods. */
  readonly name: string;
  readonly kind: WorkloadKind;
  readonly containerName: string;
  /** What HAProxy calls the adapter in its metrics, once for each port; empty where no HAProxy counts. */
  readonly backends: readonly string[];
}

/**
 * The expressions of alerts and dashboard, in PromQL. Those of HAProxy come from the haproxytech controller, whose pods
 * each count for themselves; those of pods from kube-state-metrics and the kubelet.
 *
 * No braces but those of selectors: `{{` would be read by Helm, and `${` by Flux.
 */
export class Queries {
  private readonly pods: string;
  private readonly proxy: string;

  public constructor(private readonly subject: QuerySubject) {
    const { namespace, containerName, backends } = subject;
    this.pods = `namespace="${namespace}",pod=~"${this.podNames()}",container="${containerName}"`;
    this.proxy = backends.length === 1 ? `proxy="${backends.join('')}"` : `proxy=~"${backends.join('|')}"`;
  }

  public availablePods(): string {
    return this.subject.kind === 'Deployment'
      ? `kube_deployment_status_replicas_available{${this.workload()}}`
      : `kube_statefulset_status_replicas_ready{${this.workload()}}`;
  }

  public wantedPods(): string {
    return this.subject.kind === 'Deployment'
      ? `kube_deployment_spec_replicas{${this.workload()}}`
      : `kube_statefulset_replicas{${this.workload()}}`;
  }

  public restarts(window: string): string {
    return `sum(increase(kube_pod_container_status_restarts_total{${this.pods}}[${window}]))`;
  }

  public cpu(): string {
    return `sum by (pod) (rate(container_cpu_usage_seconds_total{${this.pods}}[5m]))`;
  }

  public memory(): string {
    return `sum by (pod) (container_memory_working_set_bytes{${this.pods}})`;
  }

  public heap(): string {
    return `sum by (pod) (jvm_memory_used_bytes{namespace="${this.subject.namespace}",pod=~"${this.podNames()}",area="heap"})`;
  }

  /** Requests per second by the class of their answer. */
  public answers(): string {
    return `sum by (code) (rate(haproxy_backend_http_responses_total{${this.proxy}}[5m]))`;
  }

  /** Share of the answers that are errors of the server, those among them that HAProxy gives where no pod is ready. */
  public errorShare(): string {
    const all = `sum(rate(haproxy_backend_http_responses_total{${this.proxy}}[5m]))`;
    return `sum(rate(haproxy_backend_http_responses_total{${this.proxy},code="5xx"}[5m])) / ${all}`;
  }

  public running(): string {
    return `sum(haproxy_backend_current_sessions{${this.proxy}}) - ${this.waiting()}`;
  }

  public waiting(): string {
    return `sum(haproxy_backend_current_queue{${this.proxy}})`;
  }

  /**
   * Mean seconds that requests waited for a pod, by Little's law: how many wait, over how many come per second. HAProxy's own
   * average of the queue time moves only after hundreds of requests, and never while there are none.
   */
  public queueTime(): string {
    const waiting = `sum(avg_over_time(haproxy_backend_current_queue{${this.proxy}}[5m]))`;
    return `${waiting} / sum(rate(haproxy_backend_http_responses_total{${this.proxy}}[5m]))`;
  }

  /** Whether the autoscaler wants as many pods as it may have. */
  public atMostPods(autoscaler: string): string {
    const of = `{namespace="${this.subject.namespace}",horizontalpodautoscaler="${autoscaler}"}`;
    const metric = 'kube_horizontalpodautoscaler';
    return `${metric}_status_desired_replicas${of} >= ${metric}_spec_max_replicas${of}`;
  }

  /** Seconds until a certificate of cert-manager expires, whose own labels Prometheus renames where it is not told to keep them. */
  public certificateSeconds(certificate: string): string {
    const metric = 'certmanager_certificate_expiration_timestamp_seconds';
    const { namespace } = this.subject;
    const kept = `${metric}{name="${certificate}",namespace="${namespace}"}`;
    return `min(${metric}{name="${certificate}",exported_namespace="${namespace}"} or ${kept}) - time()`;
  }

  private workload(): string {
    const { namespace, name, kind } = this.subject;
    return `namespace="${namespace}",${kind.toLowerCase()}="${name}"`;
  }

  /** A pattern of what the pods are called: by two hashes, or by a number. */
  private podNames(): string {
    const { name, kind } = this.subject;
    return kind === 'Deployment' ? `${name}-[a-z0-9]+-[a-z0-9]+` : `${name}-[0-9]+`;
  }
}
