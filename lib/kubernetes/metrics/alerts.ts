import { Duration } from 'cdk8s';
import {
  PrometheusRuleSpecGroupsRulesExpr,
  type PrometheusRuleSpecGroupsRules,
} from '../../../imports/monitoring.coreos.com';
import type { InterlokAlerts } from '../props';
import type { Queries } from './queries';

/** What can be watched. */
export interface AlertSources {
  readonly name: string;
  readonly queries: Queries;
  /** Whether HAProxy counts requests for the adapter. */
  readonly haproxy: boolean;
  /**
   * The HorizontalPodAutoscaler.
   * @default - none
   */
  readonly autoscaler?: string;
  /**
   * The Certificate of cert-manager.
   * @default - none
   */
  readonly certificate?: string;
}

interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly severity: 'critical' | 'warning';
  readonly summary: string;
  readonly description: string;
}

/** The rules, as a PrometheusRule has them. Their texts have no template: they name the adapter themselves. */
export function alertRules(sources: AlertSources, alerts: InterlokAlerts): PrometheusRuleSpecGroupsRules[] {
  return [
    ...podAlerts(sources),
    ...(sources.haproxy ? trafficAlerts(sources, alerts) : []),
    ...(sources.autoscaler === undefined ? [] : [autoscalerAlert(sources, sources.autoscaler)]),
    ...(sources.certificate === undefined ? [] : [certificateAlert(sources, sources.certificate, alerts)]),
  ].map(({ alert, expr, for: time, severity, summary, description }) => ({
    alert,
    expr: PrometheusRuleSpecGroupsRulesExpr.fromString(expr),
    for: time,
    labels: { severity, adapter: sources.name },
    annotations: { summary, description },
  }));
}

function podAlerts({ name, queries }: AlertSources): Alert[] {
  return [
    {
      alert: 'InterlokNoReadyPod',
      expr: `${queries.availablePods()} == 0`,
      for: '2m',
      severity: 'critical',
      summary: `No pod of ${name} is ready`,
      description:
        'Nothing answers. Look at the events and the log of the pods: a configuration that Interlok refuses is named there.',
    },
    {
      alert: 'InterlokRestarts',
      expr: `${queries.restarts('15m')} > 2`,
      for: '0m',
      severity: 'warning',
      summary: `Pods of ${name} restart again and again`,
      description:
        'The last state of the container says why: OOMKilled wants more memory, exit code 1 a look into the log of the run before.',
    },
  ];
}

function trafficAlerts({ name, queries }: AlertSources, { queueTime, errorShare = 0.05 }: InterlokAlerts): Alert[] {
  const seconds = (queueTime ?? Duration.seconds(5)).toMilliseconds() / 1000;
  return [
    {
      alert: 'InterlokQueueing',
      expr: `${queries.queueTime()} > ${seconds}`,
      for: '10m',
      severity: 'warning',
      summary: `Requests wait for a free pod of ${name}`,
      description: `For ten minutes they have waited more than ${seconds} s in HAProxy on average: more pods, or workflows that run more at once, would help.`,
    },
    {
      alert: 'InterlokErrors',
      expr: `${queries.errorShare()} > ${errorShare}`,
      for: '10m',
      severity: 'critical',
      summary: `${name} answers with errors`,
      description: `For ten minutes more than ${Number((errorShare * 100).toFixed(3))} % of the answers have been 5xx, those of HAProxy where no pod was free among them.`,
    },
  ];
}

function autoscalerAlert({ name, queries }: AlertSources, autoscaler: string): Alert {
  return {
    alert: 'InterlokAtMostPods',
    expr: queries.atMostPods(autoscaler),
    for: '15m',
    severity: 'warning',
    summary: `${name} has as many pods as it may have`,
    description: 'The autoscaler has wanted maxReplicas for 15 minutes, so more load brings no more pods.',
  };
}

function certificateAlert(
  { name, queries }: AlertSources,
  certificate: string,
  { certificateExpiry }: InterlokAlerts,
): Alert {
  const days = (certificateExpiry ?? Duration.days(14)).toDays();
  return {
    alert: 'InterlokCertificateExpires',
    expr: `${queries.certificateSeconds(certificate)} < ${days * 24 * 60 * 60}`,
    for: '1h',
    severity: 'warning',
    summary: `The certificate of ${name} expires in less than ${days} days`,
    description: `cert-manager should have renewed it by now: look at the Certificate ${certificate} and its requests.`,
  };
}
