import { join } from 'node:path';
import { writeAdapters } from './adapters';
import { compare, type Command, type Sample } from './measure';

/** Somebody in the race, and the command for the adapters in a directory. */
export interface Runner {
  readonly name: string;
  command(adapters: string): Command;
}

/** The times of one runner, by number of adapters. */
export interface Track {
  readonly name: string;
  readonly times: readonly (Sample & { readonly adapters: number })[];
}

/** Who took longer than this for a number of adapters is not asked for more of them. */
const PATIENCE_MS = 5_000;

/** Runs everybody over more and more adapters: all in turn for each number, so that they share the machine's moods. */
export function race(
  runners: readonly Runner[],
  sizes: readonly number[],
  { directory, rounds, progress }: { directory: string; rounds: number; progress: (text: string) => void },
): Track[] {
  const times = new Map(runners.map(({ name }) => [name, [] as (Sample & { adapters: number })[]]));
  for (const size of sizes) {
    const adapters = writeAdapters(join(directory, `adapters-${size}`), size);
    const left = runners.filter(({ name }) => (times.get(name)?.at(-1)?.wall ?? 0) < PATIENCE_MS);
    const commands = Object.fromEntries(left.map((runner) => [runner.name, runner.command(adapters)]));
    const samples = compare(commands, rounds, (text) => progress(`${size} adapters, ${text}`));
    for (const [name, sample] of Object.entries(samples)) times.get(name)?.push({ adapters: size, ...sample });
  }
  return runners.map(({ name }) => ({ name, times: times.get(name) ?? [] }));
}
