import { UserError } from '../../lib/errors/user-error';
import type { Finding } from '../../lib/findings/finding';
import { silence } from '../../lib/findings/silence';
import { errorsAmong } from '../../lib/findings/sort';
import { readConfiguration } from '../../lib/interlok';
import { findInexpressiblePaths } from '../../lib/kubernetes/rules/inexpressible-paths';
import { allRules } from '../../lib/kubernetes/rules/all-rules';
import { type CheckArguments, readArguments, usage } from './arguments';
import { type Format, render } from './render';

/** Where a command prints. */
export interface Output {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
}

/** What is left to do for the caller: run a composition root and render what it finds. */
export interface MainToCheck {
  /** @default - main.ts */
  readonly main?: string;
  readonly render: (findings: readonly Finding[]) => string;
}

/**
 * `npm run check`: checks directories, and prints what it finds.
 *
 * @returns the exit code: 0 without errors, 1 with errors, 2 for wrong use; or, when no directory is named, what the caller must run
 */
export function runCheck(argv: readonly string[], output: Output): number | MainToCheck {
  try {
    const given = readArguments(argv);
    const { format, main } = given;
    if (given.directories.length === 0)
      return { ...(main === undefined ? {} : { main }), render: (findings) => render(findings, format) };
    return checkDirectories(given, format, output);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    output.stderr(`${error.message}\n${usage}`);
    return 2;
  }
}

function checkDirectories(
  { directories, options, silence: ids }: CheckArguments,
  format: Format,
  output: Output,
): number {
  const found = directories.flatMap((directory) => {
    const { adapter, findings } = readConfiguration(directory, options);
    return [...findings, ...findInexpressiblePaths(adapter.listeners.flatMap(({ routes }) => routes))];
  });
  const findings = silence(found, { silence: ids, rules: allRules, subject: 'npm run check' });
  output.stdout(render(findings, format));
  return errorsAmong(findings).length > 0 ? 1 : 0;
}
