import { UserError } from '../lib/errors/user-error';
import { waitForAnswer } from './check';
import type { CheckProps } from './check-options';
import type { Kubectl } from './kubectl';
import type { Workload } from './manifests';
import { sendRequests } from './requests';
import type { Waiting } from './rollout';
import { waitForOldPods, waitForRollouts } from './rollout';
import { renderTally } from './table';
import { Tally } from './tally';

/**
 * Replaces all pods of the deployments while requests are sent without a pause, until the last old pod is gone;
 * prints how they spread, and throws a UserError when any of them failed.
 */
export async function checkRollout(
  kubectl: Kubectl,
  deployments: readonly Workload[],
  props: CheckProps,
  waiting: Waiting,
): Promise<void> {
  await waitForAnswer(props, waiting);
  const tally = new Tally(props.podOf);
  let running = true;
  const sending = sendRequests(
    props.sending,
    () => running,
    (answer) => tally.add(answer),
  );
  try {
    for (const { kind, namespace, name } of deployments)
      await kubectl.text(['rollout', 'restart', `${kind.toLowerCase()}/${name}`, '-n', namespace]);
    await waitForRollouts(kubectl, deployments, props.timeoutMs, waiting);
    for (const workload of deployments) await waitForOldPods(kubectl, workload, props.timeoutMs, waiting);
  } finally {
    running = false;
    await sending;
  }
  waiting.terminal.line(renderTally(tally));
  waiting.terminal.line(`${tally.total} requests while all pods were replaced: ${tally.failed} failed`);
  if (tally.failed > 0) throw new UserError('the rollout was not without loss');
}
