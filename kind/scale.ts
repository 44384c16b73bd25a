import { answeringDeployments, checkSpread } from '../cluster/check';
import { readCheck } from '../cluster/check-options';
import { Kubectl } from '../cluster/kubectl';
import { readWorkloads } from '../cluster/manifests';
import type { CommandLine } from '../cluster/options';
import { readOptions } from '../cluster/options';
import type { Program } from '../cluster/program';
import { start } from '../cluster/program';
import { waitForOldPods, waitForRollouts } from '../cluster/rollout';
import { UserError } from '../lib/errors/user-error';
import { defaultUrl, readPortMappings } from './cluster-config';
import { contextOf, exists } from './kind-cluster';
import { KIND_OPTIONS, readName } from './options';
import { checkTools } from './tools';

const COMMAND_LINE: CommandLine = {
  command: 'npm run kind:scale -- <pods> [options]',
  text: 'Scales the Interlok Deployments on the kind cluster, waits, and shows the spread again.',
  options: KIND_OPTIONS,
};

/** What `docker-compose up --scale interlok=5` did to a stack that runs. */
export const scale: Program = async (args, surroundings) => {
  const options = readOptions(COMMAND_LINE, args);
  if (options.showHelp(surroundings.terminal)) return;
  const [wanted, ...rest] = options.positionals;
  const replicas = options.count('pods', wanted);
  if (rest.length > 0) options.problem(`pods: got '${options.positionals.join(' ')}', expected one number`);
  const name = readName(options);
  const url = options.text('base-url') ?? defaultUrl(readPortMappings(options.text('config') ?? ''));
  const props = readCheck(options, options.url('base-url', url));
  options.check();

  const deployments = answeringDeployments(readWorkloads(props.dist), props);
  await checkTools(surroundings);
  const cluster = { name, ...(props.kubeconfig === undefined ? {} : { kubeconfig: props.kubeconfig }) };
  if (!(await exists(cluster, surroundings)))
    throw new UserError(`there is no kind cluster ${name}\nnext: npm run kind:up`);
  const kubectl = new Kubectl(surroundings.run, { ...cluster, context: contextOf(cluster) });
  for (const deployment of deployments) {
    const target = `${deployment.kind.toLowerCase()}/${deployment.name}`;
    await kubectl.text(['scale', target, '-n', deployment.namespace, `--replicas=${replicas}`]);
  }
  await waitForRollouts(kubectl, deployments, props.timeoutMs, surroundings);
  for (const deployment of deployments) await waitForOldPods(kubectl, deployment, props.timeoutMs, surroundings);
  await checkSpread(kubectl, deployments, props, surroundings);
};

if (require.main === module) void start(scale);
