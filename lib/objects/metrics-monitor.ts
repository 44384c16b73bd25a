import type { Construct } from 'constructs';
import { PodMonitor } from '../../imports/monitoring.coreos.com';

/** Props of a {@link MetricsMonitor}. */
export interface MetricsMonitorProps {
  readonly name: string;
  readonly labels: Record<string, string>;
  readonly selectorLabels: Readonly<Record<string, string>>;
  /** The name of the containers' port. */
  readonly port: string;
  readonly path: string;
  /**
   * Parameters of the request.
   * @default - none
   */
  readonly params?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Tells the Prometheus operator where pods of this namespace answer with metrics.
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor
 */
export class MetricsMonitor extends PodMonitor {
  public constructor(
    scope: Construct,
    id: string,
    { name, labels, selectorLabels, port, path, params }: MetricsMonitorProps,
  ) {
    super(scope, id, {
      metadata: { name, labels },
      spec: {
        selector: { matchLabels: { ...selectorLabels } },
        podMetricsEndpoints: [
          {
            port,
            path,
            params: params && Object.fromEntries(Object.entries(params).map(([key, values]) => [key, [...values]])),
          },
        ],
      },
    });
  }
}
