import type { CommandLine } from '../cluster/options';
import { readOptions } from '../cluster/options';
import type { Program } from '../cluster/program';
import { start } from '../cluster/program';
import { deleteCluster } from './kind-cluster';
import { NAME_OPTION, readName } from './options';
import { checkTools } from './tools';

const COMMAND_LINE: CommandLine = {
  command: 'npm run kind:down -- [options]',
  text: 'Takes the kind cluster away, with all that is in it.',
  options: { ...NAME_OPTION, kubeconfig: { text: "path of the kubeconfig, if not kubectl's own" } },
};

/** What `docker-compose down` did. */
export const down: Program = async (args, surroundings) => {
  const options = readOptions(COMMAND_LINE, args);
  if (options.showHelp(surroundings.terminal)) return;
  const name = readName(options);
  const kubeconfig = options.text('kubeconfig');
  options.noPositionals();
  options.check();
  await checkTools(surroundings, 'without kubectl');
  await deleteCluster({ name, ...(kubeconfig === undefined ? {} : { kubeconfig }) }, surroundings);
};

if (require.main === module) void start(down);
