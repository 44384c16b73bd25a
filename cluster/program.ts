import { UserError } from '../lib/errors/user-error';
import { UsageError } from './options';
import type { Surroundings } from './surroundings';
import { thisMachine } from './surroundings';

/** One of the scripts: gets the command line without the program's own name. */
export type Program = (args: readonly string[], surroundings: Surroundings) => Promise<void>;

/**
 * Runs a script and gives its exit code: 0, or 1 when it did not work out, or 2 when it was called wrongly.
 * A mistake in the script itself is thrown, with its stack trace.
 */
export async function exitCodeOf(program: Program, args: readonly string[], s: Surroundings): Promise<number> {
  try {
    await program(args, s);
    return 0;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    s.terminal.error(error.message);
    return error instanceof UsageError ? 2 : 1;
  }
}

/** Runs a script with this process's command line, and ends the process with its exit code. */
export async function start(program: Program): Promise<void> {
  process.exitCode = await exitCodeOf(program, process.argv.slice(2), thisMachine());
}
