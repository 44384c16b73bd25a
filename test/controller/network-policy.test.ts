import { HaproxyController } from '../../lib/controller/index';
import { at, jsonAt } from '../support/json';
import { objects, one } from './charts';

const tcp = (port: number): object => ({ port, protocol: 'TCP' });
const policy = (props: Parameters<typeof objects>[0] = {}) => jsonAt(one(objects(props), 'NetworkPolicy'), 'spec');

test('given no props, then requests come from anywhere and metrics are for pods of the cluster', () => {
  expect(policy()['ingress']).toEqual([
    { ports: [tcp(8080), tcp(8443)] },
    { from: [{ namespaceSelector: {} }], ports: [tcp(1024)] },
  ]);
});

test('given no props, then it reaches any port of any pod, the API server, DNS and nothing else', () => {
  expect(policy()['egress']).toEqual([
    { to: [{ namespaceSelector: {} }] },
    { ports: [tcp(443), tcp(6443)] },
    { ports: [{ port: 53, protocol: 'UDP' }, tcp(53)] },
  ]);
});

test('then it selects the pods by one label that they have', () => {
  const manifests = objects();
  const labels = at(one(manifests, 'NetworkPolicy'), 'spec.podSelector.matchLabels');
  expect(Object.keys(labels as object)).toHaveLength(1);
  expect(at(one(manifests, 'Deployment'), 'spec.template.metadata.labels')).toMatchObject(labels as object);
});

test('given known networks, then the policy names them', () => {
  const spec = policy({
    metrics: { namespaces: ['monitoring'] },
    networkPolicy: { clients: ['192.0.2.0/24'], apiServer: ['198.51.100.7/32'], apiServerPorts: [8443] },
  });
  const monitoring = { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } };
  expect(spec['ingress']).toEqual([
    { from: [{ ipBlock: { cidr: '192.0.2.0/24' } }], ports: [tcp(8080), tcp(8443)] },
    { from: [{ namespaceSelector: monitoring }], ports: [tcp(1024)] },
  ]);
  expect(spec['egress']).toContainEqual({ to: [{ ipBlock: { cidr: '198.51.100.7/32' } }], ports: [tcp(8443)] });
});

test('given jcmoraisjr, then its own ports are open', () => {
  expect(policy({ controller: HaproxyController.JCMORAISJR })['ingress']).toEqual([
    { ports: [tcp(80), tcp(443)] },
    { from: [{ namespaceSelector: {} }], ports: [tcp(9101)] },
  ]);
});

test('given services by plain TCP, then their ports are open', () => {
  const tcpServices = [{ port: 9000, service: { namespace: 'a', name: 'b' }, servicePort: 9 }];
  expect(policy({ tcpServices })['ingress']).toContainEqual({ ports: [tcp(8080), tcp(8443), tcp(9000)] });
});

test('given false, then there is no policy', () => {
  expect(objects({ networkPolicy: false }).map(({ kind }) => kind)).not.toContain('NetworkPolicy');
});
