import { writeFileSync } from 'node:fs';
import type { Terminal } from '../cluster/terminal';

/** What one check found, for the line in the output; nothing where the sentence says it all. */
export type Finding = string | undefined;

/** Counts the checks, and says of each what it found. */
export class Report {
  private passed = 0;
  private failed = 0;
  private ended = false;

  /**
   * @param describe called after a failure, for the state of the namespaces that the check was about
   */
  public constructor(
    private readonly terminal: Terminal,
    private readonly describe: (namespaces: readonly string[]) => Promise<string>,
  ) {}

  /** Checks what the sentence says. Never rejects: what goes wrong is a failed check. */
  public async check(sentence: string, namespaces: readonly string[], run: () => Promise<Finding>): Promise<void> {
    if (this.isOver()) return;
    this.terminal.progress(`… ${sentence}`);
    const start = performance.now();
    try {
      const finding = await run();
      if (this.isOver()) return;
      this.passed++;
      const seconds = Math.round((performance.now() - start) / 1000);
      this.terminal.line(`ok      ${sentence} (${finding === undefined ? '' : `${finding}; `}${seconds} s)`);
    } catch (error) {
      if (this.isOver()) return;
      this.failed++;
      const reason = error instanceof Error ? error.message : String(error);
      this.terminal.line(`FAILED  ${sentence}\n${indented(reason)}\n${indented(await this.describe(namespaces))}`);
    }
  }

  /** A title before the checks that belong together. */
  public title(text: string): void {
    this.terminal.line(`\n${text}`);
  }

  /** Nothing that comes later counts: everything is being taken away. */
  public end(): void {
    this.ended = true;
  }

  public get good(): boolean {
    return this.failed === 0;
  }

  /** The last line; the counts go to a file too, named as Jest names them. */
  public summary(outputFile?: string): void {
    this.terminal.line(`\n${this.passed} passed, ${this.failed} failed`);
    if (outputFile === undefined) return;
    writeFileSync(outputFile, JSON.stringify({ numPassedTests: this.passed, numFailedTests: this.failed }));
  }

  private isOver(): boolean {
    return this.ended;
  }
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, '        ');
}
