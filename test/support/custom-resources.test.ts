import { helloWorldChart, objectOf } from './charts';
import { changed } from './good-objects';
import { customResourceErrors, isCustomResource } from './custom-resources';
import { customResourceRuleErrors } from './custom-resource-rules';
import type { Json } from './json';
import { schemaErrors } from './strict-schema';

const scaledObject = objectOf(
  helloWorldChart({ autoscaling: { maxReplicas: 4, load: { prometheus: 'http://prometheus:9090' } } }),
  'ScaledObject',
);

const errorsOf = (object: Json): string =>
  [...customResourceErrors(object), ...customResourceRuleErrors(object)].join('\n');

test('given a good one, then nothing is wrong', () => {
  expect(isCustomResource(scaledObject)).toBe(true);
  expect(errorsOf(scaledObject)).toBe('');
});

test.each<[string, Json, string, unknown, RegExp]>([
  ['an unknown field', scaledObject, 'spec.minReplicas', 2, /additional properties: minReplicas/],
  ['a number for a text', scaledObject, 'spec.triggers.0.metadata.threshold', 1, /threshold must be string/],
  ['a text for a number', scaledObject, 'spec.maxReplicaCount', '4', /maxReplicaCount must be integer/],
  ['a fraction', scaledObject, 'spec.maxReplicaCount', 4.5, /maxReplicaCount must/],
  ['a value outside of an enum', scaledObject, 'spec.fallback.behavior', 'none', /behavior must be equal to one of/],
  ['a field that is missing', scaledObject, 'spec.scaleTargetRef', undefined, /required property 'scaleTargetRef'/],
  ['more at least than at most', scaledObject, 'spec.minReplicaCount', 9, /9 is more than maxReplicaCount 4/],
  ['no pod at least', scaledObject, 'spec.minReplicaCount', undefined, /nothing wakes up/],
  ['a key that KEDA does not know', scaledObject, 'spec.triggers.0.metadata.url', 'http://x', /has no 'url'/],
  ['a trigger that KEDA does not know', scaledObject, 'spec.triggers.0.type', 'prom', /unknown trigger 'prom'/],
  ['lost metrics as none', scaledObject, 'spec.triggers.0.metadata.ignoreNullValues', undefined, /take pods away/],
])('given %s, then it is an error', (_what, object, path, value, message) => {
  expect(errorsOf(changed(object, path, value))).toMatch(message);
});

test('given unknown metadata, then it is an error, as with the kinds of Kubernetes', () => {
  expect(schemaErrors([changed(scaledObject, 'metadata.lables', { a: 'b' })]).join('\n')).toMatch(/lables/);
});
