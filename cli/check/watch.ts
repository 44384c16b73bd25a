import { type FSWatcher, watch } from 'node:fs';
import { UserError } from '../../lib';
import type { Context } from '../context';

/** An editor writes several files at once: one check for all that changed within this time. */
const QUIET_MS = 100;
/** Empties the screen, and what was scrolled out of it, so that the findings stand in the same place each time. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

/**
 * Checks directories now and whenever something in them changes, until it is interrupted.
 *
 * @param check what is printed
 * @throws UserError - for a directory that cannot be watched
 */
export async function watchDirectories(
  directories: readonly string[],
  check: () => string,
  { stdout, interrupted }: Pick<Context, 'stdout' | 'interrupted'>,
): Promise<void> {
  const show = (): void => {
    const isTerminal = stdout.columns !== undefined;
    const when = `${new Date().toLocaleTimeString()}, watching ${directories.join(', ')}; Ctrl-C ends it`;
    stdout.write(`${isTerminal ? CLEAR : ''}${check()}${when}\n`);
  };
  const watchers: FSWatcher[] = [];
  let timer: NodeJS.Timeout | undefined;
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(show, QUIET_MS);
  };
  const { promise, end } = interruption(interrupted);
  try {
    for (const directory of directories) watchers.push(watched(directory, changed));
    show();
    await promise;
  } finally {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
    end();
  }
}

function watched(directory: string, changed: () => void): FSWatcher {
  try {
    // A directory that goes away while it is watched is found by the next check.
    return watch(directory, { recursive: true }, changed).on('error', changed);
  } catch {
    throw new UserError(`'${directory}' cannot be watched: name a directory that exists`);
  }
}

/** Ctrl-C, or the signal that stands for it. */
function interruption(interrupted: AbortSignal | undefined): { readonly promise: Promise<void>; end: () => void } {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  process.once('SIGINT', abort);
  interrupted?.addEventListener('abort', abort, { once: true });
  const promise = new Promise<void>((resolve) => {
    if (interrupted?.aborted === true) resolve();
    controller.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  return { promise, end: () => void process.removeListener('SIGINT', abort) };
}
