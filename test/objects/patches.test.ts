import { ApiObject, Chart, Testing } from 'cdk8s';
import { ConfigMap, DaemonSet, Deployment, Service, ServiceAccount, k8s } from 'cdk8s-plus-27';
import {
  clusterScoped,
  hardenPodTemplate,
  pointerSegment,
  removeEmptyExternalIps,
  removeImmutableFalse,
  spreadOverHostsAndZones,
} from '../../lib/objects/patches';
import { at, jsonAt, listAt, type Json } from '../support/json';

function synth(chart: Chart): Json {
  const [object] = Testing.synth(chart) as Json[];
  if (object === undefined) throw new Error('nothing was made');
  return object;
}

function chart(): Chart {
  return new Chart(Testing.app(), 'test', { namespace: 'somewhere', disableResourceNameHashes: true });
}

test.each([
  ['cdk8s.io/metadata.addr', 'cdk8s.io~1metadata.addr'],
  ['a~b/c', 'a~0b~1c'],
])('pointerSegment(%j) is %j', (segment, escaped) => expect(pointerSegment(segment)).toBe(escaped));

test('given an object of no namespace, then clusterScoped takes the namespace of the chart away', () => {
  const scope = chart();
  clusterScoped(new k8s.KubeClusterRole(scope, 'role', { metadata: { name: 'role' } }));
  expect(synth(scope)['metadata']).toEqual({ name: 'role' });
});

test('given a Service of cdk8s-plus, then its empty externalIPs can be taken away', () => {
  const scope = chart();
  const service = new Service(scope, 'service', { ports: [{ port: 80 }] });
  service.selectLabel('app', 'a');
  removeEmptyExternalIps(ApiObject.of(service));
  expect(jsonAt(synth(scope), 'spec')).not.toHaveProperty('externalIPs');
});

test('given a ConfigMap of cdk8s-plus, then its immutable: false can be taken away', () => {
  const scope = chart();
  removeImmutableFalse(ApiObject.of(new ConfigMap(scope, 'map', { data: { a: 'b' } })));
  expect(synth(scope)).not.toHaveProperty('immutable');
});

describe.each([
  ['Deployment', Deployment],
  ['DaemonSet', DaemonSet],
] as const)('given a %s of cdk8s-plus', (_, Workload) => {
  const scope = chart();
  const workload = new Workload(scope, 'workload', {
    podMetadata: { labels: { app: 'a' } },
    containers: [{ image: 'a:1' }],
    serviceAccount: ServiceAccount.fromServiceAccountName(scope, 'account', 'a'),
  });
  hardenPodTemplate(ApiObject.of(workload));
  spreadOverHostsAndZones(ApiObject.of(workload), { app: 'a' });
  const template = jsonAt(synth(scope), 'spec.template');

  test('when its template is hardened, then seccomp is on and service links are off', () => {
    expect(at(template, 'spec.securityContext.seccompProfile')).toEqual({ type: 'RuntimeDefault' });
    expect(at(template, 'spec.enableServiceLinks')).toBe(false);
  });

  test('when its template is hardened, then the hashed label is gone and others stay', () => {
    expect(at(template, 'metadata.labels')).toEqual({ app: 'a' });
  });

  test('when it is spread, then over hosts and zones, without keeping a pod from starting', () => {
    const labelSelector = { matchLabels: { app: 'a' } };
    const common = { maxSkew: 1, whenUnsatisfiable: 'ScheduleAnyway', labelSelector };
    expect(listAt(template, 'spec.topologySpreadConstraints')).toEqual([
      { ...common, topologyKey: 'kubernetes.io/hostname' },
      { ...common, topologyKey: 'topology.kubernetes.io/zone' },
    ]);
  });
});
