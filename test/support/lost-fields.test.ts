import { App, Chart, JsonPatch } from 'cdk8s';
import { k8s } from 'cdk8s-plus-27';
import { lostFields } from './lost-fields';

function aService(...patches: JsonPatch[]): Chart {
  const chart = new Chart(new App(), 'chart');
  const service = new k8s.KubeService(chart, 'service', {
    metadata: { name: 'web' },
    spec: { clusterIp: 'None', ports: [{ port: 80, targetPort: k8s.IntOrString.fromNumber(8080) }] },
  });
  service.addJsonPatch(...patches);
  return chart;
}

test('given fields that the schema knows, then none is lost, however it is spelt in TypeScript', () => {
  expect(lostFields(aService())).toEqual([]);
});

test.each([
  [
    'a field younger than the schema',
    JsonPatch.add('/spec/trafficDistribution', 'PreferClose'),
    '/spec/trafficDistribution',
  ],
  [
    'a plain value where a class is wanted',
    JsonPatch.replace('/spec/ports/0/targetPort', 8080),
    '/spec/ports/0/targetPort',
  ],
])('given %s in a patch, then it is named', (_what, patch, path) => {
  expect(lostFields(aService(patch))).toEqual([`Service web: ${path}`]);
});
