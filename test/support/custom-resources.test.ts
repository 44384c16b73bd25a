import { resolve } from 'node:path';
import { helloWorldChart, objectOf } from './charts';
import { changed } from './good-objects';
import { customResourceErrors, isCustomResource } from './custom-resources';
import { customResourceRuleErrors } from './custom-resource-rules';
import type { Json } from './json';
import { blocksOf, objectsIn } from './recipes';
import { schemaErrors } from './strict-schema';

const scaledObject = objectOf(
  helloWorldChart({ autoscaling: { maxReplicas: 4, load: { prometheus: 'http://prometheus:9090' } } }),
  'ScaledObject',
);

const httpRoute = objectOf(helloWorldChart({ gateway: { name: 'shared' } }), 'HTTPRoute');

const secretsPage = blocksOf(resolve(__dirname, '../../docs/recipes/secrets.md'));
const [externalSecret = {}] = secretsPage
  .filter(({ language }) => language === 'yaml')
  .flatMap((block) => objectsIn(block))
  .filter(({ kind }) => kind === 'ExternalSecret');

const errorsOf = (object: Json): string =>
  [...customResourceErrors(object), ...customResourceRuleErrors(object)].join('\n');

test.each([scaledObject, httpRoute, externalSecret])('given a good $kind, then nothing is wrong', (object) => {
  expect(isCustomResource(object)).toBe(true);
  expect(errorsOf(object)).toBe('');
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
  ['an unknown field of a route', httpRoute, 'spec.rules.0.retry', {}, /additional properties: retry/],
  ['a route without rules', httpRoute, 'spec.rules', undefined, /leads everything to no backend/],
  ['a route without parents', httpRoute, 'spec.parentRefs', undefined, /belongs to no Gateway/],
  ['a backend without port', httpRoute, 'spec.rules.0.backendRefs.0.port', undefined, /no port of Service/],
  ['a blank in a path', httpRoute, 'spec.rules.0.matches.0.path.value', '/a b', /has characters that are refused/],
  ['a double slash in a path', httpRoute, 'spec.rules.0.matches.0.path.value', '/a//b', /has '\/\/'/],
  ['a timeout in days', httpRoute, 'spec.rules.0.timeouts', { request: '1d' }, /timeouts\/request must match pattern/],
  ['an unknown field of an external Secret', externalSecret, 'spec.data.0.remoteRef.name', 'x', /properties: name/],
  [
    'an external Secret without a key',
    externalSecret,
    'spec.data.0.remoteRef.key',
    undefined,
    /required property 'key'/,
  ],
  ['a store of an unknown kind', externalSecret, 'spec.secretStoreRef.kind', 'Vault', /kind must be equal to one of/],
  ['a port in a host name', httpRoute, 'spec.hostnames', ['a.example.com:80'], /hostnames\/0 must match pattern/],
])('given %s, then it is an error', (_what, object, path, value, message) => {
  expect(errorsOf(changed(object, path, value))).toMatch(message);
});

test('given unknown metadata, then it is an error, as with the kinds of Kubernetes', () => {
  expect(schemaErrors([changed(scaledObject, 'metadata.lables', { a: 'b' })]).join('\n')).toMatch(/lables/);
});
