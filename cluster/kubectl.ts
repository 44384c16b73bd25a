import { UserError } from '../lib/errors/user-error';
import type { CommandResult, RunCommand, RunOptions } from './run-command';
import { NOT_INSTALLED } from './run-command';

/** Which cluster kubectl talks to. */
export interface ClusterTarget {
  /**
   * Path of a kubeconfig.
   * @default - kubectl's own: `KUBECONFIG`, then `~/.kube/config`
   */
  readonly kubeconfig?: string;
  /**
   * Name of a context in the kubeconfig.
   * @default - the kubeconfig's current context
   */
  readonly context?: string;
}

const UNREACHABLE = /connection to the server|unable to connect|i\/o timeout|no such host/i;

/** kubectl, always with the same cluster. */
export class Kubectl {
  private readonly targetArgs: readonly string[];

  public constructor(
    private readonly run: RunCommand,
    target: ClusterTarget,
  ) {
    this.targetArgs = [
      ...(target.kubeconfig === undefined ? [] : ['--kubeconfig', target.kubeconfig]),
      ...(target.context === undefined ? [] : ['--context', target.context]),
      // Without it kubectl waits for minutes for a cluster that does not answer.
      '--request-timeout=30s',
    ];
  }

  /** Runs kubectl whatever its exit code. */
  public try(args: readonly string[], options?: RunOptions): Promise<CommandResult> {
    return this.run('kubectl', [...this.targetArgs, ...args], options);
  }

  /** What kubectl prints. Throws a UserError with kubectl's own message when it fails. */
  public async text(args: readonly string[], options?: RunOptions): Promise<string> {
    const result = await this.try(args, options);
    if (result.code === 0) return result.stdout;
    const reason = result.code === NOT_INSTALLED ? 'kubectl is not installed' : withoutTrace(result.stderr);
    const next = UNREACHABLE.test(reason)
      ? '\nnext: see that the cluster runs; one of kind, after a restart of the machine: docker start <name>-control-plane'
      : '';
    throw new UserError(`kubectl ${args.join(' ')} failed (exit code ${result.code})\n${reason}${next}`);
  }

  /** What `kubectl … -o json` prints. */
  public async json(args: readonly string[]): Promise<unknown> {
    return JSON.parse(await this.text([...args, '-o', 'json']));
  }
}

/** What kubectl says, without the lines of its client library before it, which repeat it for each attempt. */
function withoutTrace(stderr: string): string {
  const lines = stderr.trim().split('\n');
  const own = lines.filter((line) => !/^[EWI]\d{4} /.test(line));
  return (own.length > 0 ? own : lines).join('\n');
}
