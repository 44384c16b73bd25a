import type { Located } from '../../findings';

/** A file's text with the way back from an offset to a line and a column, counted only when somebody asks. */
export class SourceText {
  private starts: readonly number[] | undefined;

  public constructor(
    /** Path of the file, as a user would type it. */
    public readonly file: string,
    public readonly text: string,
  ) {}

  /** The place of an offset in UTF-16 code units; an offset outside the text is clamped into it. */
  public locate(offset: number): Required<Located> {
    const at = Math.min(Math.max(offset, 0), this.text.length);
    this.starts ??= lineStarts(this.text);
    const line = lastNotAfter(this.starts, at);
    return { file: this.file, line: line + 1, column: at - (this.starts[line] ?? 0) + 1 };
  }
}

/** Offsets at which lines start; a line ends with CR LF, LF or CR. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) starts.push(i + 1);
  }
  return starts;
}

/** Index of the last element that is not greater than the value, in an ascending list; 0 where there is none. */
export function lastNotAfter(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? Infinity) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
