import type { CommandResult, RunCommand } from '../../cluster/run-command';
import { NOT_INSTALLED } from '../../cluster/run-command';
import type { Surroundings } from '../../cluster/surroundings';

/** Answers a command line; undefined when it is another one's business. */
export type Script = (command: string) => Partial<CommandResult> | string | undefined;

/** A machine without real programs and without real time. */
export interface FakeMachine extends Surroundings {
  /** The command lines that were run. */
  readonly commands: string[];
  /** What was written, errors too. */
  readonly lines: string[];
  readonly progressTexts: string[];
}

/** A machine whose programs are a script; one that the script does not answer for is not installed. */
export function fakeMachine(script: Script, env: Surroundings['env'] = {}): FakeMachine {
  const commands: string[] = [];
  const lines: string[] = [];
  const progressTexts: string[] = [];
  let now = 0;
  const run: RunCommand = (command, args, options) => {
    const commandLine = [command, ...args].join(' ');
    commands.push(commandLine);
    const answer = script(commandLine) ?? { code: NOT_INSTALLED, stderr: `spawn ${command} ENOENT` };
    const result = { code: 0, stdout: '', stderr: '', ...(typeof answer === 'string' ? { stdout: answer } : answer) };
    for (const line of result.stdout.split('\n')) options?.onLine?.(line);
    return Promise.resolve(result);
  };
  const terminal = {
    line: (text = '') => void lines.push(text),
    error: (text: string) => void lines.push(text),
    progress: (text: string) => void progressTexts.push(text),
  };
  const clock = {
    now: () => now,
    sleep: (milliseconds: number) => {
      now += milliseconds;
      return new Promise<void>((resolve) => setImmediate(resolve));
    },
  };
  return { run, terminal, clock, env, commands, lines, progressTexts };
}
