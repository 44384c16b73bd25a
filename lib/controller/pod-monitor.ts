import type { Construct } from 'constructs';
import { MetricsMonitor } from '../objects';
import { because } from '../origins';
import type { ControllerDescription } from './controller-description';
import type { ControllerMetrics } from './controller-options';
import { fromProps } from './prop-origins';
import type { ControllerSettings } from './settings';

/** Props of a {@link ControllerPodMonitor}. */
export interface ControllerPodMonitorProps {
  readonly name: string;
  readonly description: ControllerDescription;
  readonly settings: ControllerSettings;
  readonly selectorLabels: Readonly<Record<string, string>>;
  readonly monitor: Exclude<ControllerMetrics['podMonitor'], undefined | false>;
}

/**
 * Has HAProxy's metrics read from each pod, without those of its server slots: with 42 of them for each port of a Service,
 * they would be nine tenths of all.
 */
export class ControllerPodMonitor extends MetricsMonitor {
  public constructor(scope: Construct, id: string, props: ControllerPodMonitorProps) {
    const { name, description, settings, selectorLabels, monitor } = props;
    const [haproxy] = description.metricsPorts(settings);
    super(scope, id, {
      name,
      labels: monitor === true ? {} : { ...monitor.labels },
      selectorLabels,
      port: haproxy?.name ?? '',
      path: '/metrics',
      params: { scope: ['global', 'frontend', 'backend'] },
    });
    because(this, () => [
      fromProps(settings, 'spec.podMetricsEndpoints[0].port', ['metrics', 'controller'], 'where the metrics are'),
      ...(monitor === true || monitor.labels === undefined
        ? []
        : Object.keys(monitor.labels).map((label) =>
            fromProps(
              settings,
              `metadata.labels['${label}']`,
              ['metrics.podMonitor'],
              'a label by which Prometheus finds it',
            ),
          )),
    ]);
  }
}
