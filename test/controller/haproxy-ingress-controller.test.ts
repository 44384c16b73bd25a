import { App, Chart, Testing } from 'cdk8s';
import { HaproxyController, HaproxyIngressController } from '../../lib/controller/index';
import { at, jsonAt } from '../support/json';
import { controller, objects, one } from './charts';

test('given an id, then the file, the namespace and every object are named after it', () => {
  const manifests = objects({}, 'edge');
  const names = new Set(manifests.map((m) => at(m, 'metadata.name')));
  expect(names).toEqual(new Set(['edge', 'haproxy', 'edge-metrics']));
});

test('given a namespace that exists, then none is made and the objects are in it', () => {
  const chart = controller({ namespace: 'edge' });
  expect(chart.namespaceObject).toBeUndefined();
  const service = one(Testing.synth(chart) as Record<string, unknown>[], 'Service', 'haproxy-controller');
  expect(at(service, 'metadata.namespace')).toBe('edge');
});

test('given no props, then the objects come in the order in which they are needed', () => {
  expect(objects().map(({ kind }) => kind)).toEqual([
    'Namespace',
    'ServiceAccount',
    'ClusterRole',
    'ClusterRoleBinding',
    'ConfigMap',
    'IngressClass',
    'Deployment',
    'Service',
    'Service',
    'PodDisruptionBudget',
    'NetworkPolicy',
  ]);
});

test('given every optional object, then all are members of the chart', () => {
  const tcpServices = [{ port: 9000, service: { namespace: 'a', name: 'b' }, servicePort: 9 }];
  const chart = controller({ tcpServices });
  const { namespaceObject, serviceAccount, rbac, configMap, tcpServicesMap, ingressClass } = chart;
  const { workload, service, metricsService, disruptionBudget, networkPolicy } = chart;
  const members: ({ readonly kind: string } | undefined)[] = [
    namespaceObject,
    serviceAccount,
    rbac.clusterRole,
    rbac.clusterRoleBinding,
    configMap,
    tcpServicesMap,
    ingressClass,
    workload,
    service,
    metricsService,
    disruptionBudget,
    networkPolicy,
  ];
  expect(members.map((member) => member?.kind)).toEqual(
    (Testing.synth(chart) as { kind: string }[]).map(({ kind }) => kind),
  );
  expect(chart.ingressClassName).toBe('haproxy');
});

test('given jcmoraisjr, then its Role is a member too', () => {
  const { rbac } = controller({ controller: HaproxyController.JCMORAISJR });
  expect([rbac.role?.kind, rbac.roleBinding?.kind]).toEqual(['Role', 'RoleBinding']);
});

test('given services by plain TCP, then their ports lead through the container to them', () => {
  const manifests = objects({
    tcpServices: [
      { port: 5432, service: { namespace: 'db', name: 'postgres' }, servicePort: 5433 },
      { port: 6514, service: { namespace: 'logs', name: 'syslog' }, servicePort: 514, tls: true },
    ],
  });
  expect(jsonAt(one(manifests, 'ConfigMap', 'haproxy-controller-tcp'), 'data')).toEqual({
    '5432': 'db/postgres:5433',
    '6514': 'logs/syslog:514:ssl',
  });
  expect(at(one(manifests, 'Service', 'haproxy-controller'), 'spec.ports')).toEqual(
    expect.arrayContaining([{ name: 'tcp-5432', port: 5432, targetPort: 5432 }]),
  );
});

test.each([
  [HaproxyController.HAPROXYTECH, 'haproxy.org/ingress-controller/edge', '--ingress.class=edge'],
  [HaproxyController.JCMORAISJR, 'haproxy-ingress.github.io/controller/edge', '--controller-class=edge'],
])('given %s and a class, then the IngressClass and the argument agree', (which, expected, argument) => {
  const manifests = objects({ controller: which, ingressClass: 'edge' });
  const ingressClass = one(manifests, 'IngressClass');
  expect(at(ingressClass, 'metadata.name')).toBe('edge');
  expect(ingressClass['spec']).toEqual({ controller: expected });
  expect(jsonAt(ingressClass, 'metadata')).not.toHaveProperty('annotations');
  expect(JSON.stringify(one(manifests, 'Deployment'))).toContain(`"${argument}"`);
});

test('given the default class, then the IngressClass says so', () => {
  const annotations = at(one(objects({ defaultIngressClass: true }), 'IngressClass'), 'metadata.annotations');
  expect(annotations).toEqual({ 'ingressclass.kubernetes.io/is-default-class': 'true' });
});

test('given wrong props, then nothing was added to the app', () => {
  const app = new App();
  expect(() => new HaproxyIngressController(app, 'haproxy-controller', { replicas: 0 })).toThrow('replicas');
  expect(app.node.children.filter((child) => Chart.isChart(child))).toEqual([]);
});

test('given the same props twice, then the manifests are the same', () => {
  expect(objects()).toEqual(objects());
});
