import { AdapterServiceAccount } from '../../../lib/kubernetes/pod/service-account';
import { LABELS, objectsMade } from '../../support/constructs';

test('given a name, then the ServiceAccount has no token', () => {
  expect(
    objectsMade((chart) => new AdapterServiceAccount(chart, 'account', { name: 'orders', labels: LABELS })),
  ).toEqual([
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'orders', namespace: 'shop', labels: LABELS },
      automountServiceAccountToken: false,
    },
  ]);
});
