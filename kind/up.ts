import { answeringDeployments, checkSpread } from '../cluster/check';
import { readCheck } from '../cluster/check-options';
import { Kubectl } from '../cluster/kubectl';
import { readWorkloads } from '../cluster/manifests';
import type { CommandLine } from '../cluster/options';
import { readOptions } from '../cluster/options';
import type { Program } from '../cluster/program';
import { start } from '../cluster/program';
import { waitForRollouts } from '../cluster/rollout';
import { defaultUrl, readPortMappings } from './cluster-config';
import { contextOf, ensureCluster } from './kind-cluster';
import { KIND_OPTIONS, readName } from './options';
import { checkTools } from './tools';

const COMMAND_LINE: CommandLine = {
  command: 'npm run kind:up -- [options]',
  text: 'Makes a kind cluster if there is none, applies dist/, waits, and shows how requests spread over the pods.',
  options: KIND_OPTIONS,
};

/** What `docker-compose up --scale interlok=3` did, with the load balancer. */
export const up: Program = async (args, surroundings) => {
  const { run, terminal } = surroundings;
  const options = readOptions(COMMAND_LINE, args);
  if (options.showHelp(terminal)) return;
  const name = readName(options);
  const file = options.text('config') ?? '';
  const url = options.text('base-url') ?? defaultUrl(readPortMappings(file));
  const props = readCheck(options, options.url('base-url', url));
  options.noPositionals();
  options.check();

  const workloads = readWorkloads(props.dist);
  const deployments = answeringDeployments(workloads, props);
  await checkTools(surroundings);
  const cluster = { name, ...(props.kubeconfig === undefined ? {} : { kubeconfig: props.kubeconfig }) };
  await ensureCluster(cluster, file, surroundings);
  const kubectl = new Kubectl(run, { ...cluster, context: contextOf(cluster) });
  terminal.line(`applying ${props.dist}`);
  await kubectl.text(['apply', '-f', props.dist]);
  await waitForRollouts(kubectl, workloads, props.timeoutMs, surroundings);
  await checkSpread(kubectl, deployments, props, surroundings);
  terminal.line(`try it: curl ${url}    scale it: npm run kind:scale -- 5    take it away: npm run kind:down`);
};

if (require.main === module) void start(up);
