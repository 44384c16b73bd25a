import { spawn } from 'node:child_process';

/** How a program ended. */
export interface CommandResult {
  /** Its exit code; `NOT_INSTALLED` when there is no such program, `TIMED_OUT` when it was ended for taking too long. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /**
   * Called with each line that the program writes, as it comes.
   * @default - the output is only collected
   */
  readonly onLine?: (line: string) => void;
  /**
   * Time after which the program is ended, in milliseconds.
   * @default - it may take as long as it wants
   */
  readonly timeoutMs?: number;
  /**
   * What the program reads from its standard input.
   * @default - nothing
   */
  readonly input?: string;
}

/** Runs a program. The only way in which these scripts start one, so that a test can answer in its place. */
export type RunCommand = (command: string, args: readonly string[], options?: RunOptions) => Promise<CommandResult>;

/** The exit code that a shell gives for a program that it cannot find. */
export const NOT_INSTALLED = 127;

/** The exit code that `timeout` gives for a program that it had to end. */
export const TIMED_OUT = 124;

/** Runs a program without a shell and collects what it writes; never rejects. */
export const runCommand: RunCommand = (command, args, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, [...args]);
    // A program that ends before it has read everything says why itself.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input);
    // Not spawn's own timeout, whose timer keeps the process alive when there is no such program.
    const timer = options.timeoutMs === undefined ? undefined : setTimeout(() => child.kill(), options.timeoutMs);
    const stdout = collect(child.stdout, options.onLine);
    const stderr = collect(child.stderr, options.onLine);
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      const code = error.code === 'ENOENT' ? NOT_INSTALLED : 1;
      resolve({ code, stdout: stdout(), stderr: error.message });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? TIMED_OUT, stdout: stdout(), stderr: stderr() });
    });
  });

function collect(stream: NodeJS.ReadableStream, onLine?: (line: string) => void): () => string {
  let all = '';
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    all += chunk;
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach((line) => onLine?.(line));
  });
  stream.on('end', () => {
    if (rest !== '') onLine?.(rest);
  });
  return () => all;
}
