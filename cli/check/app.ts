import { join } from 'node:path';
import { errorsAmong, type Finding } from '../../lib';
import { commandFor } from '../app/app-of';
import { runApp } from '../app/run-app';
import type { Context, Render } from '../context';

/** The program that every process of the app loads first. */
const COLLECT = join(__dirname, 'collect-findings.js');

/**
 * Runs the app of a project, and prints what its charts find, with their props.
 *
 * @param main a name that was given, to be run as the app is
 * @returns the exit code: that of the app, or 1 where there are errors
 * @throws WrongUse where it is not known how it is run
 */
export async function checkApp(
  app: string,
  main: string | undefined,
  render: Render,
  { stdout, stderr }: Pick<Context, 'stdout' | 'stderr'>,
  collect = COLLECT,
): Promise<number> {
  const { code, collected } = await runApp<Finding[]>({ command: commandFor(app, main), collect, stderr });
  const findings = collected.flat();
  // An app that failed, and says so on stderr, was not found to be without fault.
  if (code === 0 || findings.length > 0) stdout.write(render(findings));
  return code === 0 && errorsAmong(findings).length > 0 ? 1 : code;
}
