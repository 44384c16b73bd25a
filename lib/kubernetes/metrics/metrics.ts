import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { PrometheusRule } from '../../../imports/monitoring.coreos.com';
import { PropsError } from '../../errors';
import { MetricsMonitor } from '../../objects';
import { type InterlokMetrics, type InterlokProps, ingressOptions, type WorkloadKind } from '../props';
import { because, propOf, type Source } from '../../origins';
import { type ExposedPort, haproxyBackends, type MetricsPort, type RoutedPort } from '../traffic';
import { alertRules } from './alerts';
import { Dashboard } from './dashboard';
import { Queries } from './queries';

/** What {@link addMetrics} is told of the adapter. */
export interface MetricsProps {
  readonly name: string;
  /** @default - the chart has none */
  readonly namespace?: string;
  readonly labels: Record<string, string>;
  readonly selectorLabels: Readonly<Record<string, string>>;
  readonly containerName: string;
  readonly kind: WorkloadKind;
  readonly ports: readonly ExposedPort[];
  readonly routedPorts: readonly RoutedPort[];
  /**
   * Where the pods answer with their metrics.
   * @default - they do not
   */
  readonly port?: MetricsPort;
  /** What the user asked for. */
  readonly props: InterlokProps;
}

/**
 * Adds what the metrics ask for: PodMonitor, PrometheusRule, dashboard.
 * @throws PropsError - in a chart without namespace
 */
export function addMetrics(scope: Construct, subject: string, metrics: InterlokMetrics, own: MetricsProps): void {
  const { name, namespace, port, selectorLabels, containerName, kind, props } = own;
  if (namespace === undefined) {
    const expected = 'a chart with a namespace, by which everything that is measured is told apart';
    throw new PropsError(subject, [{ field: 'metrics', value: props.metrics, expected }]);
  }
  const labels = { ...own.labels, ...metrics.labels };
  const backends = haproxyBackends(props, { namespace, service: name }, own.ports, own.routedPorts);
  const queries = new Queries({ namespace, name, kind, containerName, backends });
  const haproxy = backends.length > 0;
  const explain = (object: ApiObject, source: Source, fields: readonly string[], why: string): void => {
    const sources: readonly Source[] = [source];
    because(object, () => [
      ...fields.map((field) => ({ field, sources, why })),
      ...Object.keys(metrics.labels ?? {}).map((label) => ({
        field: `metadata.labels['${label}']`,
        sources: [{ kind: 'prop', prop: 'metrics.labels' } as const],
        why: 'a label by which Prometheus finds it',
      })),
    ]);
  };
  if (port !== undefined) {
    const monitor = { name, labels, selectorLabels, port: port.name, path: port.path };
    explain(
      new MetricsMonitor(scope, 'pod-monitor', monitor),
      propOf('metrics', props.metrics),
      ['spec.podMetricsEndpoints'],
      'where the component metrics-provider-prometheus answers',
    );
  }
  if (metrics.alerts !== false) {
    const sources = {
      name,
      queries,
      haproxy,
      autoscaler: autoscalerOf(name, props),
      certificate: certificateOf(name, props),
    };
    const rules = alertRules(sources, metrics.alerts ?? {});
    const alerts = new PrometheusRule(scope, 'alerts', {
      metadata: { name, labels },
      spec: { groups: [{ name: `interlok.${name}`, rules }] },
    });
    explain(
      alerts,
      propOf('metrics.alerts', metrics.alerts),
      ['spec.groups'],
      'what is told to somebody when it happens, and from when on',
    );
  }
  if (metrics.dashboard !== false) {
    const dashboard = new Dashboard(scope, 'dashboard', {
      name,
      namespace,
      labels: own.labels,
      queries,
      haproxy,
      adapter: port !== undefined,
    });
    const fields = ['data', 'metadata.name', 'metadata.annotations', 'metadata.labels.grafana_dashboard'];
    explain(
      ApiObject.of(dashboard),
      propOf('metrics.dashboard', metrics.dashboard),
      fields,
      'a dashboard that Grafana finds by its label',
    );
  }
}

/** The HorizontalPodAutoscaler; that of KEDA has a name of its own. */
function autoscalerOf(name: string, { autoscaling }: InterlokProps): string | undefined {
  if (autoscaling?.cpu !== undefined) return name;
  return autoscaling?.load === undefined ? undefined : `keda-hpa-${name}`;
}

/** The Certificate of cert-manager, which has the name of its Secret. */
function certificateOf(name: string, props: InterlokProps): string | undefined {
  const tls = props.gateway === undefined ? ingressOptions(props)?.tls : undefined;
  return tls === undefined || tls.kind === 'secret' ? undefined : (tls.secretName ?? `${name}-tls`);
}
