import { UserError } from '../lib/errors/user-error';
import { describePods } from './failure-report';
import type { Kubectl } from './kubectl';
import type { Workload } from './manifests';
import { podTrouble } from './pod-trouble';
import type { PodObject } from './pods';
import { getPods, getWorkload, isEnding, isReady, newestPods, podState } from './pods';
import { rolloutState } from './rollout-state';
import type { Surroundings } from './surroundings';

const POLL_MS = 2_000;

/** How long a pod may be in trouble before it counts: a pull that fails once, or a first crash, can heal by itself. */
const PATIENCE_MS = 30_000;

/** What waiting needs. */
export type Waiting = Pick<Surroundings, 'clock' | 'terminal'>;

/**
 * Waits until the newest version of each workload is available, showing how far it is.
 *
 * @param timeoutMs for all of them together, in milliseconds
 * @throws UserError with the pods' state, last log lines and the next step, after the time or when a pod stays in
 * trouble for 30 seconds
 */
export async function waitForRollouts(
  kubectl: Kubectl,
  workloads: readonly Workload[],
  timeoutMs: number,
  waiting: Waiting,
): Promise<void> {
  const deadline = waiting.clock.now() + timeoutMs;
  for (const workload of workloads) await waitForRollout(kubectl, workload, deadline, waiting);
}

async function waitForRollout(kubectl: Kubectl, workload: Workload, deadline: number, { clock, terminal }: Waiting) {
  const title = `${workload.namespace}/${workload.name}`;
  const start = clock.now();
  let troubleSince: number | undefined;
  for (;;) {
    const object = await getWorkload(kubectl, workload);
    const state = rolloutState(object);
    if (state.done) {
      terminal.line(`${title}: ${state.text}`);
      return;
    }
    const pods = newestPods(await getPods(kubectl, workload, object));
    terminal.progress(`${title}: ${state.text}${pendingText(pods)}`);
    const inTrouble = state.blocked !== undefined || pods.some((pod) => podTrouble(pod) !== undefined);
    troubleSince = inTrouble ? (troubleSince ?? clock.now()) : undefined;
    const givenUp = troubleSince !== undefined && clock.now() - troubleSince >= PATIENCE_MS;
    if (givenUp || clock.now() >= deadline) {
      const seconds = Math.round((clock.now() - start) / 1000);
      const blocked = state.blocked === undefined ? '' : `\n${state.blocked}`;
      const report = await describePods(kubectl, workload, pods);
      throw new UserError(`${title} did not come up: ${state.text} after ${seconds} s${blocked}\n\n${report}`);
    }
    await clock.sleep(Math.min(POLL_MS, Math.max(1, deadline - clock.now())));
  }
}

/** What the pods that are not ready do, counted by state, for example ` (2 ContainerCreating)`. */
function pendingText(pods: readonly PodObject[]): string {
  const counts = new Map<string, number>();
  for (const pod of pods.filter((pod) => !isReady(pod) && !isEnding(pod)))
    counts.set(podState(pod), (counts.get(podState(pod)) ?? 0) + 1);
  return counts.size === 0 ? '' : ` (${[...counts].map(([state, count]) => `${count} ${state}`).join(', ')})`;
}

/**
 * Waits until no pod of the workload is ending: only then has a rolling update taken the last old pod away.
 *
 * @throws UserError after the time, naming the pods
 */
export async function waitForOldPods(kubectl: Kubectl, workload: Workload, timeoutMs: number, waiting: Waiting) {
  const { clock, terminal } = waiting;
  const deadline = clock.now() + timeoutMs;
  for (;;) {
    const ending = (await getPods(kubectl, workload)).filter(isEnding).map((pod) => pod.metadata.name);
    if (ending.length === 0) return;
    if (clock.now() >= deadline) throw new UserError(`still ending after ${timeoutMs / 1000} s: ${ending.join(', ')}`);
    terminal.progress(`${workload.namespace}/${workload.name}: waiting for old pods to end (${ending.length} left)`);
    await clock.sleep(POLL_MS);
  }
}
