import { Size } from 'cdk8s';
import { PropsError } from '../../lib';
import { helloWorldChart, objectsOf } from '../support/charts';
import { at, jsonAt, listAt } from '../support/json';
import { expectStrictlyValid } from '../support/strict-schema';

const LABELS = { 'example.com/owner': 'orders', 'cost-centre': '4711' };
const ANNOTATIONS = { 'example.com/contact': 'orders@example.com' };

/** The fields that an error names. */
function refused(props: object): readonly string[] {
  try {
    helloWorldChart(props);
    return [];
  } catch (error) {
    if (error instanceof PropsError) return error.problems.map(({ field }) => field);
    throw error;
  }
}

describe('labels and annotations of every object', () => {
  const objects = objectsOf(
    helloWorldChart({
      labels: LABELS,
      annotations: ANNOTATIONS,
      storage: [{ path: '/data', size: Size.gibibytes(1), perPod: true }],
      metrics: { adapter: false },
    }),
  );

  test('given both, then every object has them, the Namespace too, and the pods have the labels', () => {
    expect(objects.map(({ kind }) => kind)).toContain('Namespace');
    for (const object of objects)
      expect(object['metadata']).toMatchObject({ labels: LABELS, annotations: ANNOTATIONS });
    const set = objects.find(({ kind }) => kind === 'StatefulSet');
    expect(jsonAt(set, 'spec.template.metadata.labels')).toMatchObject(LABELS);
    expect(at(set, 'spec.template.metadata.annotations')).toBeUndefined();
    expectStrictlyValid(objects);
  });

  test('given labels, then nothing is selected by them, and what may never change has none', () => {
    const selectors = objects.flatMap((object) => [
      at(object, 'spec.selector'),
      at(object, 'spec.podSelector'),
      at(object, 'spec.template.spec.topologySpreadConstraints'),
      at(object, 'spec.template.spec.affinity'),
      ...listAt(object, 'spec.volumeClaimTemplates'),
    ]);

    expect(JSON.stringify(selectors)).toContain('app.kubernetes.io/instance');
    expect(JSON.stringify(selectors)).not.toMatch(/owner|cost-centre/);
  });

  test('given a label that something more special says too, then that one holds', () => {
    const chart = helloWorldChart({
      labels: { team: 'all', release: 'all' },
      pod: { labels: { team: 'orders' } },
      metrics: { adapter: false, labels: { release: 'monitoring' } },
    });

    const of = (kind: string) => objectsOf(chart).find((object) => object['kind'] === kind);
    expect(at(of('Deployment'), 'spec.template.metadata.labels.team')).toBe('orders');
    expect(at(of('PrometheusRule'), 'metadata.labels.release')).toBe('monitoring');
    expect(at(of('Deployment'), 'metadata.labels.team')).toBe('all');
  });

  test.each<[string, object, string]>([
    ['a label of the chart', { labels: { 'app.kubernetes.io/name': 'x' } }, "labels['app.kubernetes.io/name']"],
    ['a label that is none', { labels: { owner: 'a b' } }, "labels['owner']"],
    ['labels as a list', { labels: ['owner'] }, 'labels'],
    ['a number', { annotations: { 'cost-centre': 4711 } }, "annotations['cost-centre']"],
    [
      'an order for HAProxy',
      { annotations: { 'haproxy.org/ssl-redirect': 'true' } },
      "annotations['haproxy.org/ssl-redirect']",
    ],
  ])('given %s, then the field is named', (_, props, field) => {
    expect(refused(props)).toEqual([field]);
  });
});
