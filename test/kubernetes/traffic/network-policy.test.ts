import type { Adapter } from '../../../lib/interlok/index';
import { AdapterNetworkPolicy } from '../../../lib/kubernetes/traffic/network-policy';
import { exposedPorts } from '../../../lib/kubernetes/traffic/ports';
import { aListener, anAdapter, aRoute } from '../../support/adapters';
import { LABELS, objectsMade } from '../../support/constructs';
import { at } from '../../support/json';

function policyOf(adapter: Adapter, othersConnect = false): unknown {
  const ports = exposedPorts(adapter, []);
  const props = { name: 'orders', labels: LABELS, instance: 'orders', adapter, ports, workload: { othersConnect } };
  const [policy] = objectsMade((chart) => new AdapterNetworkPolicy(chart, 'policy', props));
  return at(policy, 'spec');
}

const listener = aListener(8081, [aRoute('/orders')]);

describe('AdapterNetworkPolicy', () => {
  test('given an adapter that connects to nothing, then its port is open and DNS is all it may ask', () => {
    expect(policyOf(anAdapter([listener]))).toEqual({
      podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'orders' } },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ ports: [{ port: 8081, protocol: 'TCP' }] }],
      egress: [
        {
          to: [
            {
              namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
              podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
            },
          ],
          ports: [
            { port: 53, protocol: 'UDP' },
            { port: 53, protocol: 'TCP' },
          ],
        },
      ],
    });
  });

  test('given containers beside it that may connect to other systems, then the pod may go anywhere', () => {
    expect(policyOf(anAdapter([listener]), true)).toMatchObject({ egress: [{}] });
  });

  test('given an adapter that may connect to other systems, then it may go anywhere', () => {
    expect(policyOf(anAdapter([listener], { outbound: 'possible' }))).toMatchObject({ egress: [{}] });
  });

  test('given an adapter without ports, then nothing comes in, and there is no empty list', () => {
    const spec = policyOf(anAdapter([]));

    expect(spec).not.toHaveProperty('ingress');
    expect(spec).toMatchObject({ policyTypes: ['Ingress', 'Egress'] });
  });
});
