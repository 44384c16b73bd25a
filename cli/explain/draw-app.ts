import { join } from 'node:path';
import type { Finding, Picture } from '../../lib';
import { commandFor } from '../app/app-of';
import { runApp } from '../app/run-app';
import type { Context } from '../context';
import type { AppToExplain } from './app';
import { reportTo } from './report';

/** The program that every process of the app loads first, so that its adapters are drawn. */
export const COLLECT_PICTURES = join(__dirname, 'collect-pictures.js');

/** What a process of the app has to say. */
export interface Drawn {
  readonly findings: readonly Finding[];
  readonly pictures: readonly Picture[];
}

/** An app, and how its pictures are written. */
export interface AppToDraw extends Pick<AppToExplain, 'app' | 'directory' | 'main'> {
  /**
   * For example {@link COLLECT_PICTURES}.
   * @default - the app loads it by itself
   */
  readonly collect?: string;
  readonly render: (pictures: readonly Picture[]) => string;
}

/**
 * Runs the app of a project, and draws its adapters, with their props. What they find goes to stderr.
 *
 * @returns the exit code: that of the app, or 1 where there are errors; then nothing is drawn
 * @throws WrongUse where it is not known how it is run
 */
export async function drawApp(
  { app, main, render, ...run }: AppToDraw,
  { stdout, stderr }: Pick<Context, 'stdout' | 'stderr'>,
): Promise<number> {
  const { code, collected } = await runApp<Drawn>({ command: commandFor(app, main), ...run, stderr });
  const failed = reportTo(
    stderr,
    collected.flatMap(({ findings }) => findings),
    code,
  );
  if (failed === 0) stdout.write(render(collected.flatMap(({ pictures }) => pictures)));
  return failed;
}
