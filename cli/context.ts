import type { Explanation, Finding, Picture } from '../lib';

/** What a command needs of the place where it runs; a test has its own. */
export interface Context {
  readonly stdout: Output;
  readonly stderr: Output;
  /**
   * Checks a composition root, in a project that can run one.
   * @param main - `undefined` for the one of the project
   * @returns the exit code, unless the process sets one when it ends
   * @default - none can be run: directories are checked
   */
  readonly checkMain?: (main: string | undefined, render: Render) => Promise<number>;
  /**
   * Explains what a composition root makes, in a project that can run one.
   * @param main - `undefined` for the one of the project
   * @param revision - what it is compared with, if anything
   * @returns the exit code, unless the process sets one when it ends
   * @default - none can be run: a directory is explained
   */
  readonly explainMain?: (
    main: string | undefined,
    revision: string | undefined,
    render: RenderExplanations,
  ) => Promise<number>;
  /**
   * Draws what a composition root makes, in a project that can run one.
   * @param main - `undefined` for the one of the project
   * @returns the exit code, unless the process sets one when it ends
   * @default - none can be run: a directory is drawn
   */
  readonly drawMain?: (main: string | undefined, render: (pictures: readonly Picture[]) => string) => Promise<number>;
  /**
   * Ends what runs until it is interrupted, as Ctrl-C does.
   * @default - Ctrl-C alone
   */
  readonly interrupted?: AbortSignal;
}

/** Findings as text, with a newline at the end. */
export type Render = (findings: readonly Finding[]) => string;

/** What is explained as text, with a newline at the end: all of it, or what has changed since before. */
export type RenderExplanations = (explanations: readonly Explanation[], before?: readonly Explanation[]) => string;

/** What is used of `process.stdout` and `process.stderr`. */
export interface Output {
  /** Whether it shows colours, which only a terminal does, and none where NO_COLOR is set. */
  readonly color: boolean;
  /**
   * How many characters fit into a line.
   * @default 80
   */
  readonly columns?: number;
  readonly write: (text: string) => void;
}

/** This process. */
export const thisProcess: Context = { stdout: outputOf(process.stdout), stderr: outputOf(process.stderr) };

/** A stream of this process. */
export function outputOf(stream: NodeJS.WriteStream): Output {
  const forbidden = (process.env['NO_COLOR'] ?? '') !== '';
  return {
    color: stream.isTTY && !forbidden && stream.hasColors(),
    ...(stream.isTTY ? { columns: stream.columns } : {}),
    write: (text) => void stream.write(text),
  };
}
