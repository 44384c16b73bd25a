import { helloWorldChart, objectsOf } from './charts';
import { contradictions } from './contradictions';
import { changed } from './good-objects';
import type { Json } from './json';

const objects = objectsOf(
  helloWorldChart({ autoscaling: { maxReplicas: 4, load: { prometheus: 'http://prometheus:9090' } } }),
);

/** What is said when one value of the only object of a kind is another one. */
function saidOf(kind: string, path: string, value: unknown, more: readonly Json[] = []): string {
  const all = [...objects.map((object) => (object['kind'] === kind ? changed(object, path, value) : object)), ...more];
  return all.flatMap((object) => contradictions(object, all)).join('\n');
}

const rival = {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'rival', namespace: 'hello-world' },
  spec: { maxReplicas: 3, scaleTargetRef: { kind: 'Deployment', name: 'hello-world' } },
};

test('given objects that agree, then nothing is said', () => {
  expect(saidOf('Deployment', 'spec.paused', undefined)).toBe('');
});

test.each([
  ['an autoscaler over fixed replicas', 'Deployment', 'spec.replicas', 3, /sets replicas itself/],
  ['an autoscaler of nothing', 'ScaledObject', 'spec.scaleTargetRef.name', 'other', /scales Deployment 'other'/],
  ['a budget without leave', 'PodDisruptionBudget', 'spec.maxUnavailable', 0, /blocks every drain/],
  ['a budget of all the pods', 'PodDisruptionBudget', 'spec.minAvailable', 2, /blocks every drain/],
])('given %s, then it is a contradiction', (_what, kind, path, value, message) => {
  expect(saidOf(kind, path, value)).toMatch(message);
});

test('given two autoscalers of one workload, then it is a contradiction', () => {
  expect(saidOf('Deployment', 'spec.paused', undefined, [rival])).toMatch(/another autoscaler/);
});

test('given an autoscaler that measures a container without CPU request, then it is a contradiction', () => {
  const metrics = [{ type: 'ContainerResource', containerResource: { name: 'cpu', container: 'sidecar' } }];
  expect(saidOf('', '', '', [changed(rival, 'spec.metrics', metrics)])).toMatch(/measures container 'sidecar'/);
});
