/** Where the scripts write. */
export interface Terminal {
  /** Writes a line that stays. */
  line(text?: string): void;
  /** Says what is being waited for: one line that changes in place on a terminal, a line for each change elsewhere. */
  progress(text: string): void;
  /** Writes why the script failed. */
  error(text: string): void;
}

/** What is used of `process.stdout`. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const ERASE_LINE = '\r\u001b[2K';

/**
 * Opens a terminal on a stream for results and one for errors; a stream that is no TTY (a CI log, a file) gets plain
 * lines without control codes.
 */
export function openTerminal(output: Output, errors: Output): Terminal {
  let shown = '';
  let open = false;
  return {
    line(text = '') {
      output.write(`${open ? ERASE_LINE : ''}${text}\n`);
      open = false;
      shown = '';
    },
    progress(text) {
      if (text === shown) return;
      shown = text;
      if (output.isTTY !== true) {
        output.write(`${text}\n`);
        return;
      }
      open = true;
      output.write(ERASE_LINE + text.slice(0, (output.columns ?? 80) - 1));
    },
    error(text) {
      if (open) output.write(ERASE_LINE);
      open = false;
      errors.write(`${text}\n`);
    },
  };
}
