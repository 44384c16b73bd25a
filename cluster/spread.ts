import { answeringDeployments, checkSpread } from './check';
import { CHECK_OPTIONS, readCheck } from './check-options';
import { Kubectl } from './kubectl';
import { readWorkloads } from './manifests';
import type { CommandLine } from './options';
import { readOptions } from './options';
import type { Program } from './program';
import { start } from './program';
import { waitForRollouts } from './rollout';
import { checkRollout } from './rollout-check';

const COMMAND_LINE: CommandLine = {
  command: 'npm run spread -- [--kubeconfig <file>] [--context <name>] --base-url <URL>',
  text: 'Waits for the workloads of dist/ on any cluster and shows how requests spread over the pods.',
  options: {
    'base-url': { text: 'where to send requests (required)' },
    context: { text: 'context of the kubeconfig, if not its current one' },
    'during-rollout': { text: 'also replace all pods, and count the requests that fail meanwhile', fallback: false },
    ...CHECK_OPTIONS,
  },
};

/** Checks the spread on a cluster that has the manifests already. */
export const spread: Program = async (args, surroundings) => {
  const options = readOptions(COMMAND_LINE, args);
  if (options.showHelp(surroundings.terminal)) return;
  const props = readCheck(options, options.url('base-url'));
  options.noPositionals();
  options.check();
  const context = options.text('context');
  const kubectl = new Kubectl(surroundings.run, { ...props, ...(context === undefined ? {} : { context }) });
  const workloads = readWorkloads(props.dist);
  const deployments = answeringDeployments(workloads, props);
  await waitForRollouts(kubectl, deployments, props.timeoutMs, surroundings);
  await checkSpread(kubectl, deployments, props, surroundings);
  if (options.has('during-rollout')) await checkRollout(kubectl, deployments, props, surroundings);
};

if (require.main === module) void start(spread);
