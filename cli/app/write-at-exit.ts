import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes, when this process ends, what it has collected, for the command that runs the app: to a file of its own in the
 * directory that the command names. Does nothing where no command asks.
 *
 * @param collect begins to collect
 * @returns by `collect`: what was collected, or `undefined` for nothing
 */
export function writeAtExit(collect: () => () => unknown): void {
  const directory = process.env['CDK8S_INTERLOK_COLLECTED'];
  if (directory === undefined) return;
  const collected = collect();
  // At the exit, for an app may go on after its main.ts returned, and may end the process itself.
  process.on('exit', () => {
    const all = collected();
    if (all !== undefined) writeFileSync(join(directory, `${process.pid}.json`), JSON.stringify(all));
  });
}
