import { podTrouble } from '../../cluster/pod-trouble';
import { aReadyPod, aWaitingPod } from '../support/fake-cluster';

test.each(['ImagePullBackOff', 'ErrImagePull', 'InvalidImageName'])(
  'given %s, then the image is the thing to check',
  (state) => {
    expect(podTrouble(aWaitingPod('a', state))).toMatchObject({
      state,
      next: expect.stringContaining('kind load') as string,
    });
  },
);

test('given a pod that crashes, then its restarts, exit code and log are what to look at', () => {
  const pod = aWaitingPod('a', 'CrashLoopBackOff', {
    restartCount: 4,
    lastState: { terminated: { reason: 'Error', exitCode: 1 } },
  });
  const trouble = podTrouble(pod);
  expect(trouble?.detail).toBe('restarted 4 times; last exit code 1 (Error)');
  expect(trouble?.next).toContain('the log above');
});

test('given an Interlok that ends with 0, then the quiet start is named', () => {
  const lastState = { terminated: { reason: 'Completed', exitCode: 0 } };
  const trouble = podTrouble(aWaitingPod('a', 'CrashLoopBackOff', { restartCount: 1, lastState }));
  expect(trouble?.detail).toContain('startAdapterQuietly');
  expect(trouble?.detail).toContain('restarted 1 time;');
});

test('given a container that was killed for its memory, then the limit is the thing to change', () => {
  const lastState = { terminated: { reason: 'OOMKilled', exitCode: 137 } };
  expect(podTrouble(aWaitingPod('a', 'CrashLoopBackOff', { lastState }))?.next).toContain('larger memory limit');
});

test('given a pod that no node has room for, then the scheduler’s message is shown', () => {
  const conditions = [
    { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/1 nodes: Insufficient memory' },
  ];
  expect(podTrouble({ metadata: { name: 'a' }, status: { phase: 'Pending', conditions } })).toMatchObject({
    state: 'Unschedulable',
    detail: '0/1 nodes: Insufficient memory',
    next: expect.stringContaining('make room') as string,
  });
});

test.each([
  ['is ready', aReadyPod('a')],
  ['is being created', aWaitingPod('a', 'ContainerCreating')],
  ['is ending', { ...aWaitingPod('a', 'CrashLoopBackOff'), metadata: { name: 'a', deletionTimestamp: 'now' } }],
])('given a pod that %s, then it is in no trouble', (_title, pod) => {
  expect(podTrouble(pod)).toBeUndefined();
});
