import { createHash } from 'node:crypto';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { removeImmutableFalse } from '../../objects';
import type { Queries } from './queries';

/** Props of a {@link Dashboard}. */
export interface DashboardProps {
  readonly name: string;
  readonly namespace: string;
  readonly labels: Record<string, string>;
  readonly queries: Queries;
  /** Whether HAProxy counts requests for the adapter. */
  readonly haproxy: boolean;
  /** Whether the adapter serves metrics of its own. */
  readonly adapter: boolean;
}

interface Panel {
  readonly title: string;
  readonly unit: string;
  /** Expressions by the name of their curve; an empty name for that of the labels. */
  readonly curves: Readonly<Record<string, string>>;
}

/**
 * A dashboard for Grafana, in a ConfigMap that the sidecar of its charts finds by the label. The file is named after
 * namespace and adapter, since the files of all of them come into one directory.
 */
export class Dashboard extends kplus.ConfigMap {
  public constructor(scope: Construct, id: string, props: DashboardProps) {
    const { name, namespace } = props;
    super(scope, id, {
      metadata: {
        name: `${name}-dashboard`,
        labels: { ...props.labels, grafana_dashboard: '1' },
        // Flux would replace what looks like its variables.
        annotations: { 'kustomize.toolkit.fluxcd.io/substitute': 'disabled' },
      },
      data: { [`${namespace}-${name}.json`]: `${JSON.stringify(dashboard(props), undefined, 2)}\n` },
    });
    removeImmutableFalse(this.apiObject);
  }
}

/** The panels, each half as wide as the dashboard. */
function panelsOf({ queries, haproxy, adapter }: DashboardProps): Panel[] {
  return [
    ...(haproxy
      ? [
          { title: 'Answers per second', unit: 'reqps', curves: { '': queries.answers() } },
          { title: 'Share of errors (5xx)', unit: 'percentunit', curves: { errors: queries.errorShare() } },
          {
            title: 'Requests in HAProxy',
            unit: 'short',
            curves: { running: queries.running(), waiting: queries.waiting() },
          },
          { title: 'Mean wait for a free pod', unit: 's', curves: { wait: queries.queueTime() } },
        ]
      : []),
    { title: 'Pods', unit: 'short', curves: { available: queries.availablePods(), wanted: queries.wantedPods() } },
    { title: 'Restarts', unit: 'short', curves: { 'in an hour': queries.restarts('1h') } },
    { title: 'CPU', unit: 'cores', curves: { '': queries.cpu() } },
    { title: 'Memory', unit: 'bytes', curves: { '': queries.memory() } },
    ...(adapter ? [{ title: 'Heap', unit: 'bytes', curves: { '': queries.heap() } }] : []),
  ];
}

const WIDTH = 12;
const HEIGHT = 8;
/** Without braces: `${…}` would be a variable of Flux. */
const DATA_SOURCE = { type: 'prometheus', uid: '$datasource' };

function dashboard(props: DashboardProps): object {
  const { name, namespace } = props;
  return {
    uid: createHash('sha256').update(`${namespace}/${name}`).digest('hex').slice(0, 16),
    title: `Interlok: ${namespace}/${name}`,
    tags: ['interlok'],
    schemaVersion: 39,
    editable: false,
    refresh: '30s',
    time: { from: 'now-3h', to: 'now' },
    templating: { list: [{ name: 'datasource', label: 'Prometheus', type: 'datasource', query: 'prometheus' }] },
    panels: panelsOf(props).map(({ title, unit, curves }, index) => ({
      id: index + 1,
      type: 'timeseries',
      title,
      datasource: DATA_SOURCE,
      gridPos: { x: (index % 2) * WIDTH, y: Math.floor(index / 2) * HEIGHT, w: WIDTH, h: HEIGHT },
      fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
      targets: Object.entries(curves).map(([curve, expr], curveIndex) => ({
        refId: String.fromCharCode(65 + curveIndex),
        datasource: DATA_SOURCE,
        expr,
        legendFormat: curve === '' ? '__auto' : curve,
      })),
    })),
  };
}
