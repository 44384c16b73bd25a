import type { Duration } from 'cdk8s';

/** How the adapter is watched. */
export interface InterlokMetrics {
  /**
   * Labels of the PodMonitor and the PrometheusRule. A Prometheus of the operator takes only those that its selectors name,
   * and says nothing of the others: with kube-prometheus-stack it is `{ release: '<name of its Helm release>' }`.
   * @default - none but those of every object
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * The adapter's own metrics (JVM, workflows), which Prometheus reads from each pod: a PodMonitor, and a way in through
   * the NetworkPolicy. They need the components `jetty` and `metrics-provider-prometheus`.
   * @default true
   */
  readonly adapter?: boolean;
  /**
   * Who reads them.
   * @default - see each field
   */
  readonly scraper?: MetricsScraper;
  /**
   * When the PrometheusRule raises an alert; `false` for no PrometheusRule.
   * @default - see each field
   */
  readonly alerts?: InterlokAlerts | false;
  /**
   * A dashboard for Grafana, as a ConfigMap that its sidecar finds.
   * @default true
   */
  readonly dashboard?: boolean;
}

/** The pods of Prometheus, for the NetworkPolicy. */
export interface MetricsScraper {
  /**
   * The namespace that Prometheus runs in.
   * @default 'monitoring'
   */
  readonly namespace?: string;
  /**
   * Labels of its pods.
   * @default { 'app.kubernetes.io/name': 'prometheus' }
   */
  readonly podLabels?: Readonly<Record<string, string>>;
}

/** When something is worth waking up for. Whether a pod is ready and how often it restarts is always watched. */
export interface InterlokAlerts {
  /**
   * How long requests may wait in HAProxy for a free pod, on average over five minutes.
   * @default Duration.seconds(5)
   */
  readonly queueTime?: Duration;
  /**
   * Which share of the answers may be errors of the server (5xx), above 0 and below 1.
   * @default 0.05
   */
  readonly errorShare?: number;
  /**
   * How long before a certificate of cert-manager expires, in whole days; cert-manager renews a third of the lifetime before.
   * @default Duration.days(14)
   */
  readonly certificateExpiry?: Duration;
}

/** What is asked for, with the defaults of each part still open; undefined for nothing. */
export function metricsOf(metrics: InterlokMetrics | boolean | undefined): InterlokMetrics | undefined {
  if (metrics === true) return {};
  return metrics === false ? undefined : metrics;
}
