import type { Context } from '../../cli/context';
import { run } from '../../cli/program';

/** What a command printed, and its exit code. */
export interface CommandOutcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `cdk8s-interlok` in this process, as on something that is no terminal. */
export async function runCommand(
  argv: readonly string[],
  context: Partial<Pick<Context, 'checkMain' | 'explainMain'>> & { readonly color?: boolean } = {},
): Promise<CommandOutcome> {
  const printed = { stdout: '', stderr: '' };
  const { color = false, ...more } = context;
  const output = (name: keyof typeof printed): Context['stdout'] => ({
    color,
    write: (text) => void (printed[name] += text),
  });
  const code = await run(argv, { stdout: output('stdout'), stderr: output('stderr'), ...more });
  return { code, ...printed };
}
