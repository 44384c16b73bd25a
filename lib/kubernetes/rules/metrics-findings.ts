import { type Finding, finding } from '../../findings';
import type { Adapter } from '../../interlok';
import type { InterlokMetrics } from '../props';
import { metricsPort } from '../traffic';
import { metricsNotServed } from './rule-definitions';

const COMPONENTS = 'jetty:metrics-jvm:metrics-provider-prometheus';

/** Metrics of the adapter that are asked for, and that nothing serves. */
export function metricsFindings(adapter: Adapter, metrics: InterlokMetrics | undefined): Finding[] {
  if (metrics === undefined || metrics.adapter === false || metricsPort(adapter, []) !== undefined) return [];
  const served = adapter.metrics !== undefined;
  const silenced = `say metrics: { adapter: false } for the rest alone`;
  return [
    finding(metricsNotServed, adapter, {
      message: served
        ? 'metrics are asked for, but the management Jetty that serves them answers on the loopback address alone'
        : 'metrics are asked for, but no management component serves those of the adapter itself',
      hint: served
        ? `take jetty.http.host out, or ${silenced}`
        : `managementComponents=${COMPONENTS} in an image that has them, or ${silenced}`,
    }),
  ];
}
