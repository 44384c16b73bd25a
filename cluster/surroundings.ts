import { setTimeout } from 'node:timers/promises';
import type { RunCommand } from './run-command';
import { runCommand } from './run-command';
import type { Terminal } from './terminal';
import { openTerminal } from './terminal';

/** The passing of time; a test has its own. */
export interface Clock {
  /** Milliseconds since some fixed moment; never goes back. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds) => setTimeout(milliseconds),
};

/** All that a script touches outside itself. */
export interface Surroundings {
  readonly run: RunCommand;
  readonly terminal: Terminal;
  readonly clock: Clock;
  /** Environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The machine that the script runs on. */
export function thisMachine(): Surroundings {
  return {
    run: runCommand,
    terminal: openTerminal(process.stdout, process.stderr),
    clock: systemClock,
    env: process.env,
  };
}
