import { recommendedLabels, selectorLabels } from '../../lib/objects/labels';

const values = { name: 'interlok', instance: 'orders', component: 'adapter', version: '5.0.1' };

describe('labels', () => {
  test('given an installation, then its pods are selected by two labels that no change of version touches', () => {
    expect(selectorLabels(values)).toEqual({
      'app.kubernetes.io/instance': 'orders',
      'app.kubernetes.io/name': 'interlok',
    });
  });

  test('given an installation, then every object has the recommended labels, those of the selector among them', () => {
    expect(recommendedLabels(values)).toEqual({
      'app.kubernetes.io/component': 'adapter',
      'app.kubernetes.io/instance': 'orders',
      'app.kubernetes.io/managed-by': 'cdk8s',
      'app.kubernetes.io/name': 'interlok',
      'app.kubernetes.io/part-of': 'orders',
      'app.kubernetes.io/version': '5.0.1',
    });
  });

  test('given a selector, then its keys are in the order of a manifest', () => {
    expect(Object.keys(selectorLabels(values))).toEqual(Object.keys(selectorLabels(values)).sort());
  });
});
