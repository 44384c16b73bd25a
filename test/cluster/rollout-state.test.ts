import { rolloutState, selectorText } from '../../cluster/rollout-state';
import { aDaemonSet, aDeployment } from '../support/fake-cluster';

test.each([
  ['all available', aDeployment({}), { done: true, text: '3 of 3 pods available' }],
  ['one pod only', aDeployment({ wanted: 1 }), { done: true, text: '1 of 1 pod available' }],
  ['some not available', aDeployment({ available: 1 }), { done: false, text: '1 of 3 pods available' }],
  ['old ones left', aDeployment({ old: 2 }), { done: false, text: '3 of 3 pods available, 2 old' }],
  ['new ones missing', aDeployment({ updated: 1, old: 2 }), { done: false, text: '1 of 3 pods available, 2 old' }],
  ['a DaemonSet that is there', aDaemonSet({}), { done: true, text: '1 of 1 pod available' }],
  ['a DaemonSet on its way', aDaemonSet({ available: 0 }), { done: false, text: '0 of 1 pod available' }],
  ['scaled to nothing', aDeployment({ wanted: 0 }), { done: true, text: '0 of 0 pods available' }],
])('given a workload with %s', (_title, object, expected) => {
  expect(rolloutState(object)).toEqual(expected);
});

test('given a change that its controller has not seen, then the old numbers do not count', () => {
  expect(rolloutState({ ...aDeployment({}), metadata: { generation: 3 } }).done).toBe(false);
});

test('given a DaemonSet that no node matches, then it is blocked, though kubectl calls it complete', () => {
  expect(rolloutState(aDaemonSet({ wanted: 0 }))).toMatchObject({
    done: false,
    blocked: 'no node matches its nodeSelector and tolerations',
  });
});

test.each([
  [{ type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message: 'violates PodSecurity "restricted"' }],
  [{ type: 'Progressing', status: 'False', reason: 'ProgressDeadlineExceeded', message: 'has timed out' }],
])('given the condition %j, then the rollout is blocked for that reason', (condition) => {
  const { blocked } = rolloutState(aDeployment({ available: 0, conditions: [condition] }));
  expect(blocked).toBe(`${condition.reason}: ${condition.message}`);
});

test('given a selector with labels and expressions, then kubectl gets all of it', () => {
  const text = selectorText({
    matchLabels: { app: 'a', tier: 'b' },
    matchExpressions: [
      { key: 'zone', operator: 'In', values: ['x', 'y'] },
      { key: 'zone', operator: 'NotIn', values: ['z'] },
      { key: 'new', operator: 'Exists' },
      { key: 'old', operator: 'DoesNotExist' },
    ],
  });
  expect(text).toBe('app=a,tier=b,zone in (x,y),zone notin (z),new,!old');
});
