import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A program that is measured. */
export interface Command {
  /** Program and arguments. */
  readonly command: readonly string[];
  /** @default - the working directory of the bench */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A directory that is removed before each run, outside of the time measured. */
  readonly output?: string;
}

/** What one run took. */
export interface Sample {
  /** From start to end, milliseconds. */
  readonly wall: number;
  /** User and system time of the program and all that it started, milliseconds. */
  readonly cpu: number;
}

// bash knows the time that its children took, to the millisecond, and prints it after them; Node does not.
const SCRIPT = 's=$EPOCHREALTIME; "$@" >/dev/null; c=$?; e=$EPOCHREALTIME; { echo "$s $e"; times; } >&3; exit $c';

/**
 * Runs a program once.
 *
 * @throws Error - when it fails, with what it printed
 */
export function measure({ command, cwd, env, output }: Command): Sample {
  if (output !== undefined) rmSync(output, { recursive: true, force: true });
  const { status, output: streams } = spawnSync('bash', ['-c', SCRIPT, 'bash', ...command], {
    cwd,
    env: { ...process.env, ...env, LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${String(status)}\n${streams[2] ?? ''}`);
  return readTimes(streams[3] ?? '');
}

/** Start and end in seconds, then what `times` of bash prints: a line for the shell, and one for its children. */
export function readTimes(text: string): Sample {
  const [clock = '', , children = ''] = text.split('\n');
  const [start = NaN, end = NaN] = clock.split(' ').map(Number);
  const cpu = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(([, m, s]) => Number(m) * 60_000 + Number(s) * 1000);
  return { wall: (end - start) * 1000, cpu: cpu.reduce((sum, ms) => sum + ms, 0) };
}

/** The most memory that a Node program held at once, in KiB. */
export function peakMemory({ command: [, ...args], cwd, env, output }: Command): number {
  if (output !== undefined) rmSync(output, { recursive: true, force: true });
  const file = join(tmpdir(), `bench-peak-memory-${process.pid}`);
  const report = join(__dirname, 'report-peak-memory.cjs');
  spawnSync(process.execPath, ['--require', report, ...args], {
    cwd,
    env: { ...process.env, ...env, BENCH_PEAK_MEMORY: file },
    stdio: 'ignore',
  });
  if (!existsSync(file)) throw new Error(`${args.join(' ')} did not end`);
  const peak = Number(readFileSync(file, 'utf8'));
  rmSync(file);
  return peak;
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle) - 1] ?? NaN)) / 2;
}

/**
 * Runs each command in turn, several times over, and gives the medians. In turn, so that what else the machine does
 * meets all of them alike; one round more than asked for, whose times are not used, fills the caches.
 */
export function compare<Name extends string>(
  commands: Readonly<Record<Name, Command>>,
  rounds: number,
  progress: (text: string) => void,
): Record<Name, Sample> {
  const names = Object.keys(commands) as Name[];
  const samples = new Map<Name, Sample[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++)
    for (const name of names) {
      progress(`${round === 0 ? 'warm-up' : `round ${round} of ${rounds}`}: ${name}`);
      const sample = measure(commands[name]);
      if (round > 0) samples.get(name)?.push(sample);
    }
  const medians = names.map((name): [Name, Sample] => {
    const all = samples.get(name) ?? [];
    return [name, { wall: median(all.map(({ wall }) => wall)), cpu: median(all.map(({ cpu }) => cpu)) }];
  });
  return Object.fromEntries(medians) as Record<Name, Sample>;
}
