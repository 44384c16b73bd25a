import { DisruptionBudget } from '../../lib/objects/disruption-budget';
import { LABELS, objectsMade, SELECTOR } from '../support/constructs';

test('given pods, then a drained node takes one at a time, and unhealthy ones never block it', () => {
  const props = { name: 'orders', labels: LABELS, selectorLabels: SELECTOR };

  expect(objectsMade((chart) => new DisruptionBudget(chart, 'budget', props))).toEqual([
    {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'orders', namespace: 'shop', labels: LABELS },
      spec: { maxUnavailable: 1, selector: { matchLabels: SELECTOR }, unhealthyPodEvictionPolicy: 'AlwaysAllow' },
    },
  ]);
});
