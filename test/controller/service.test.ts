import { ControllerExposure, HaproxyController } from '../../lib/controller/index';
import { at, jsonAt } from '../support/json';
import { objects, one } from './charts';

const service = (props: Parameters<typeof objects>[0] = {}) => one(objects(props), 'Service', 'haproxy-controller');
const selector = {
  'app.kubernetes.io/name': 'haproxy-kubernetes-ingress',
  'app.kubernetes.io/instance': 'haproxy-controller',
};

test('given a load balancer, then it leads to the ports of the container and keeps the address of the client', () => {
  expect(service()['spec']).toEqual({
    type: 'LoadBalancer',
    externalTrafficPolicy: 'Local',
    ports: [
      { name: 'http', port: 80, targetPort: 8080 },
      { name: 'https', port: 443, targetPort: 8443 },
    ],
    selector,
  });
});

test('given options of a load balancer, then they are on the Service', () => {
  const annotations = { 'example.org/kind': 'network' };
  const exposure = ControllerExposure.loadBalancer({
    annotations,
    sourceRanges: ['192.0.2.0/24'],
    preserveClientAddress: false,
  });
  const manifest = service({ exposure });
  expect(at(manifest, 'metadata.annotations')).toEqual(annotations);
  expect(at(manifest, 'spec.loadBalancerSourceRanges')).toEqual(['192.0.2.0/24']);
  expect(jsonAt(manifest, 'spec')).not.toHaveProperty('externalTrafficPolicy');
});

test('given node ports, then the Service has these', () => {
  const exposure = ControllerExposure.nodePort({ http: 31080, https: 31443 });
  expect(service({ exposure })['spec']).toEqual({
    type: 'NodePort',
    ports: [
      { name: 'http', port: 80, targetPort: 8080, nodePort: 31080 },
      { name: 'https', port: 443, targetPort: 8443, nodePort: 31443 },
    ],
    selector,
  });
});

test('given host ports, then the Service is for the cluster alone', () => {
  expect(at(service({ exposure: ControllerExposure.hostPorts() }), 'spec.type')).toBe('ClusterIP');
});

test('given jcmoraisjr, then the Service leads to its own ports', () => {
  expect(at(service({ controller: HaproxyController.JCMORAISJR }), 'spec.ports')).toEqual([
    { name: 'http', port: 80, targetPort: 80 },
    { name: 'https', port: 443, targetPort: 443 },
  ]);
});

describe('the metrics', () => {
  const metrics = (props: Parameters<typeof objects>[0]) =>
    at(one(objects(props), 'Service', 'haproxy-controller-metrics'), 'spec');

  test('given haproxytech, then HAProxy answers at 1024, and never through the public Service', () => {
    const ports = [{ name: 'stat', port: 1024, targetPort: 1024 }];
    expect(metrics({})).toEqual({ type: 'ClusterIP', ports, selector });
  });

  test.each([
    [HaproxyController.HAPROXYTECH, ['stat 1024', 'controller 6060']],
    [HaproxyController.JCMORAISJR, ['metrics 9101', 'controller 10254']],
  ])('given %s and the metrics of the controller, then the ports are %j', (controller, expected) => {
    const { ports } = metrics({ controller, metrics: { controller: true } }) as {
      ports: { name: string; port: number }[];
    };
    expect(ports.map(({ name, port }) => `${name} ${port}`)).toEqual(expected);
  });

  test('given false, then no Service, port, annotation or policy is there for them', () => {
    const manifests = objects({ metrics: false });
    expect(manifests.filter(({ kind }) => kind === 'Service')).toHaveLength(1);
    expect(JSON.stringify(manifests)).not.toMatch(/1024[,}]|prometheus/);
  });
});
