import { join } from 'node:path';
import { errorsAmong, type Explanation, type Finding, formatText, summarize } from '../../lib';
import { commandFor } from '../app/app-of';
import { runApp } from '../app/run-app';
import type { Context } from '../context';

/** The program that every process of the app loads first. */
const COLLECT = join(__dirname, 'collect-explanations.js');

/** What a process of the app has to say. */
export interface Explained {
  readonly findings: readonly Finding[];
  readonly explanations: readonly Explanation[];
}

/**
 * Runs the app of a project, and explains what its charts make, with their props. What they find goes to stderr.
 *
 * @param main a name that was given, to be run as the app is
 * @returns the exit code: that of the app, or 1 where there are errors; then nothing is explained
 * @throws WrongUse where it is not known how it is run
 */
export async function explainApp(
  app: string,
  main: string | undefined,
  render: (explanations: readonly Explanation[]) => string,
  { stdout, stderr }: Pick<Context, 'stdout' | 'stderr'>,
  collect = COLLECT,
): Promise<number> {
  const { code, collected } = await runApp<Explained>({ command: commandFor(app, main), collect, stderr });
  const findings = collected.flatMap((each) => each.findings);
  if (findings.length > 0) stderr.write(`${formatText(findings)}\n${summarize(findings)}\n`);
  if (code !== 0 || errorsAmong(findings).length > 0) return code || 1;
  stdout.write(render(collected.flatMap((each) => each.explanations)));
  return 0;
}
