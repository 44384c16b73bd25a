import { exposedPorts } from '../../../lib/kubernetes/traffic/ports';
import { AdapterService } from '../../../lib/kubernetes/traffic/service';
import { aDeployment } from '../../support/a-deployment';
import { aListener, anAdapter, aRoute } from '../../support/adapters';
import { LABELS, objectsMade, SELECTOR } from '../../support/constructs';

test('given two listeners, then the Service has a name for each port, selects by the stable labels, and no empty list', () => {
  const adapter = anAdapter([aListener(8081, [aRoute('/a')]), aListener(8082, [aRoute('/b')])]);
  const annotations = { 'haproxy.org/check': 'true' };

  const objects = objectsMade(
    (chart) =>
      new AdapterService(chart, 'service', {
        name: 'orders',
        labels: LABELS,
        annotations,
        annotationOrigins: () => [],
        workload: aDeployment(chart, { adapter }),
        ports: exposedPorts(adapter, []),
      }),
  );

  expect(objects.find((object) => object['kind'] === 'Service')).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'orders', namespace: 'shop', labels: LABELS, annotations },
    spec: {
      type: 'ClusterIP',
      selector: SELECTOR,
      ports: [
        { name: 'http', port: 8081, targetPort: 8081 },
        { name: 'http-8082', port: 8082, targetPort: 8082 },
      ],
    },
  });
});
