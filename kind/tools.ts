import type { CommandResult, RunCommand } from '../cluster/run-command';
import { NOT_INSTALLED, TIMED_OUT } from '../cluster/run-command';
import type { Surroundings } from '../cluster/surroundings';
import { UserError } from '../lib/errors/user-error';

interface Tool {
  readonly command: string;
  /** Succeeds quickly when the program can be used. */
  readonly args: readonly string[];
  readonly install: string;
  /** What to do when it is there but does not work. */
  readonly repair: string;
}

const KIND: Tool = {
  command: 'kind',
  args: ['version'],
  install: 'https://kind.sigs.k8s.io/docs/user/quick-start/#installation (macOS: brew install kind)',
  repair: 'install it again',
};

const KUBECTL: Tool = {
  command: 'kubectl',
  args: ['version', '--client'],
  install: 'https://kubernetes.io/docs/tasks/tools/#kubectl (macOS: brew install kubectl)',
  repair: 'install it again',
};

const ANSWER_TIMEOUT_MS = 30_000;

/** The container program that kind uses: docker, or what `KIND_EXPERIMENTAL_PROVIDER` names. */
function containers(env: Surroundings['env']): Tool {
  const command = env['KIND_EXPERIMENTAL_PROVIDER'] ?? 'docker';
  return {
    command,
    args: ['info'],
    install: command === 'docker' ? 'https://docs.docker.com/get-started/get-docker/' : `see the site of ${command}`,
    repair:
      command === 'docker'
        ? 'start Docker (Docker Desktop, or sudo systemctl start docker), and see that docker ps works without sudo'
        : `see that ${command} info works`,
  };
}

/** Throws a UserError that names each program that is missing or does not work, with the next step. */
export async function checkTools(
  { run, env }: Pick<Surroundings, 'run' | 'env'>,
  which: 'all' | 'without kubectl' = 'all',
): Promise<void> {
  const tools = [containers(env), KIND, ...(which === 'all' ? [KUBECTL] : [])];
  const problems = await Promise.all(tools.map((tool) => problemOf(tool, run)));
  const found = problems.filter((problem) => problem !== undefined);
  if (found.length > 0) throw new UserError(found.join('\n'));
}

async function problemOf(tool: Tool, run: RunCommand): Promise<string | undefined> {
  const result = await run(tool.command, tool.args, { timeoutMs: ANSWER_TIMEOUT_MS });
  if (result.code === 0) return undefined;
  if (result.code === NOT_INSTALLED) return `${tool.command} is not installed\nnext: ${tool.install}`;
  return `${tool.command} does not work: ${reasonOf(result)}\nnext: ${tool.repair}`;
}

function reasonOf({ code, stdout, stderr }: CommandResult): string {
  if (code === TIMED_OUT) return `no answer within ${ANSWER_TIMEOUT_MS / 1000} s`;
  const lines = (stderr.trim() === '' ? stdout : stderr).trim().split('\n');
  return lines.at(-1) ?? `exit code ${code}`;
}
