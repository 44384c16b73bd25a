/** What manages an adapter over HTTP, by the name under which `managementRoutes` lets the Ingress lead to it. */
export enum ManagementRoute {
  /** The endpoints of `retry-via-jetty`: lists, retries and deletes failed messages. */
  RETRY = 'retry',
  /** The web UI, `/interlok`. */
  UI = 'ui',
  /** The health-check component, `/workflow-health-check`. */
  HEALTH_CHECK = 'health-check',
  /** The `rest` component, `/workflow-services`: runs any workflow. */
  REST = 'rest',
  /** The `cluster-rest` component, `/cluster-manager`. */
  CLUSTER_REST = 'cluster-rest',
  /** Metrics for Prometheus, `/prometheus/metrics`. */
  METRICS = 'metrics',
}
