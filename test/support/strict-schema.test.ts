import { changed, goodObjects } from './good-objects';
import { expectStrictlyValid, schemaErrors } from './strict-schema';

const [NAMESPACE, CONFIG_MAP, DEPLOYMENT, SERVICE, INGRESS, NETWORK_POLICY, BUDGET] = [0, 1, 2, 3, 4, 5, 6];
const CONTAINER = 'spec.template.spec.containers.0';

/** The good objects with one value of one of them replaced. */
function broken(index: number, path: string, value: unknown): object[] {
  return goodObjects.map((object, i) => (i === index ? changed(object, path, value) : object));
}

test('given good objects, when they are checked, then nothing is wrong', () => {
  expectStrictlyValid(goodObjects);
});

test('given no objects, when they are expected to be valid, then the test fails', () => {
  expect(() => expectStrictlyValid([])).toThrow();
});

test.each<[string, number, string, unknown, RegExp]>([
  ['an unknown field', DEPLOYMENT, 'spec.replcas', 3, /Deployment web\/web: \/spec .*additional properties: replcas/],
  ['an unknown field of a container', DEPLOYMENT, `${CONTAINER}.imge`, 'x', /imge/],
  ['a text for a number', DEPLOYMENT, 'spec.replicas', '3', /\/spec\/replicas must be number/],
  ['a required field that is missing', DEPLOYMENT, 'spec.selector', undefined, /required property 'selector'/],
  ['a kind of another API version', DEPLOYMENT, 'apiVersion', 'apps/v1beta1', /no such kind/],
  ['a value outside an enum', SERVICE, 'spec.type', 'Cluster', /spec\/type/],
  ['a fraction for an integer', DEPLOYMENT, 'spec.replicas', 1.5, /replicas/],
  ['a quantity that is none', DEPLOYMENT, `${CONTAINER}.resources.limits.memory`, '512 MB', /memory/],
  ['a null', DEPLOYMENT, 'metadata.annotations', null, /\/metadata\/annotations is null/],
  ['an empty list', SERVICE, 'spec.externalIPs', [], /\/spec\/externalIPs is empty/],
  ['an empty object', SERVICE, 'metadata.annotations', {}, /\/metadata\/annotations is empty/],
  ['an empty egress list', NETWORK_POLICY, 'spec.egress', [], /\/spec\/egress is empty/],
  ['a name that is no DNS name', DEPLOYMENT, 'metadata.name', 'Not_Valid!', /"Not_Valid!" is no DNS name/],
  ['a namespace that is no DNS label', DEPLOYMENT, 'metadata.namespace', 'a.b', /"a\.b" is no DNS name/],
  ['a Service name that starts with a digit', SERVICE, 'metadata.name', '1web', /"1web" is no DNS name/],
  ['a host that is none', INGRESS, 'spec.rules.0.host', 'exa mple.org', /"exa mple\.org" is no DNS name/],
  ['a path without slash', INGRESS, 'spec.rules.0.http.paths.0.path', 'x', /does not start with a slash/],
  ['port 0', SERVICE, 'spec.ports.0.port', 0, /0 is no port/],
  ['port 99999', DEPLOYMENT, `${CONTAINER}.ports.0.containerPort`, 99999, /99999 is no port/],
  ['a port name of 16 characters', SERVICE, 'spec.ports.0.targetPort', 'a234567890123456', /is no port/],
  ['a label value that is not allowed', DEPLOYMENT, 'metadata.labels', { app: 'a b' }, /label value 'a b'/],
  ['a label key that is not allowed', DEPLOYMENT, 'metadata.labels', { 'a/b/c': 'x' }, /no qualified name/],
  ['an annotation key that is not allowed', INGRESS, 'metadata.annotations', { 'a b': 'x' }, /'a b' is no qualified/],
  ['an annotation that is no text', INGRESS, 'metadata.annotations', { a: 1 }, /annotation 'a' is no text/],
  ['a container name in capitals', DEPLOYMENT, `${CONTAINER}.name`, 'Web', /container name 'Web'/],
  ['a variable twice', DEPLOYMENT, `${CONTAINER}.env`, [{ name: 'A' }, { name: 'A' }], /variable 'A' appears twice/],
  ['a mount without volume', DEPLOYMENT, `${CONTAINER}.volumeMounts.0.name`, 'temp', /mounts 'temp'/],
  ['a probe of an unnamed port', DEPLOYMENT, `${CONTAINER}.readinessProbe.httpGet.port`, 'admin', /asks port 'admin'/],
  ['a ConfigMap key with a slash', CONFIG_MAP, 'data', { 'a/b': 'x' }, /key 'a\/b' is not allowed/],
  ['a ConfigMap key twice', CONFIG_MAP, 'binaryData', { empty: 'QQ==' }, /'empty' is in data and in binaryData/],
  ['binary data that is no base64', CONFIG_MAP, 'binaryData', { logo: '?' }, /no base64/],
  ['more than 1 MiB', CONFIG_MAP, 'data', { large: 'x'.repeat(1024 * 1024 + 1) }, /more than 1 MiB/],
  [
    'a selector that misses the pods',
    DEPLOYMENT,
    'spec.selector.matchLabels',
    { a: 'b' },
    /labels of its pod template/,
  ],
  ['a Service that selects nothing', SERVICE, 'spec.selector', { a: 'b' }, /matches none of the pods/],
  ['a budget that selects nothing', BUDGET, 'spec.selector.matchLabels', { a: 'b' }, /matches none of the pods/],
  ['a policy that selects nothing', NETWORK_POLICY, 'spec.podSelector.matchLabels', { a: 'b' }, /none of the pods/],
  ['a target port without name', SERVICE, 'spec.ports.0.targetPort', 'admin', /'admin' is no named port/],
  [
    'a backend that is not there',
    INGRESS,
    'spec.rules.0.http.paths.0.backend.service.name',
    'other',
    /'other' is no Service/,
  ],
  ['a backend port that is not there', SERVICE, 'spec.ports.0.name', 'https', /Service 'web' has no port http/],
  ['a doubled object', BUDGET, '', undefined, /Namespace web: appears twice/],
])('given %s, when the objects are checked, then it is an error', (_what, index, path, value, message) => {
  const objects = path === '' ? [...goodObjects, goodObjects[NAMESPACE] ?? {}] : broken(index, path, value);

  expect(schemaErrors(objects).join('\n')).toMatch(message);
});

test('given a Namespace after its objects, when they are checked, then the order is an error', () => {
  const [namespace = {}, ...others] = goodObjects;

  expect(schemaErrors([...others, namespace])).toContainEqual(expect.stringMatching(/comes before its Namespace/));
});

test('given an autoscaler over fixed replicas, when they are checked, then it is an error', () => {
  const autoscaler = {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'web', namespace: 'web' },
    spec: { maxReplicas: 5, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
  };

  expect(schemaErrors([...goodObjects, autoscaler])).toEqual([
    'HorizontalPodAutoscaler web/web: scales a workload that sets replicas itself',
  ]);
});

test('given a binding to a role that is not there, when it is checked, then it is an error', () => {
  const binding = {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name: 'system:web' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'system:web' },
    subjects: [{ kind: 'ServiceAccount', name: 'web', namespace: 'web' }],
  };

  expect(schemaErrors([binding])).toEqual([
    "ClusterRoleBinding system:web: binds ClusterRole 'system:web', which is not there",
  ]);
});
