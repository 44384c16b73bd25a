import { ApiObject, Chart, JsonPatch, Testing } from 'cdk8s';
import { canonicalQuantity, storeQuantitiesAsTheServer } from '../../lib/objects/quantities';
import { at } from '../support/json';

test.each([
  ['1024Mi', '1Gi'],
  ['1536Mi', '1536Mi'],
  ['1048576Ki', '1Gi'],
  ['512Mi', '512Mi'],
  ['1000m', '1'],
  ['1500m', '1500m'],
  ['2', '2'],
  ['1000', '1k'],
  ['1000k', '1M'],
])('given %s, then the API server stores %s', (given, stored) => expect(canonicalQuantity(given)).toBe(stored));

test.each(['0', '0.5', '1e3', '', 'much', '12x', '9007199254740993'])('given %j, then it stays as it is', (text) => {
  expect(canonicalQuantity(text)).toBe(text);
});

test('given a workload, when a container is added to it later, then its quantities are stored likewise', () => {
  const workload = new ApiObject(new Chart(Testing.app(), 'chart'), 'workload', {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    spec: { template: { spec: { containers: [], volumes: [{ name: 'a', emptyDir: { sizeLimit: '2048Mi' } }] } } },
  });
  storeQuantitiesAsTheServer(workload);
  const resources = { limits: { memory: '1024Mi' }, requests: { cpu: '1000m' } };
  const env = [{ name: 'SIZE', value: '1024Mi' }];
  workload.addJsonPatch(JsonPatch.add('/spec/template/spec/containers/-', { name: 'a', resources, env }));

  expect(at(workload.toJson(), 'spec.template.spec')).toEqual({
    containers: [{ name: 'a', resources: { limits: { memory: '1Gi' }, requests: { cpu: '1' } }, env }],
    volumes: [{ name: 'a', emptyDir: { sizeLimit: '2Gi' } }],
  });
});
