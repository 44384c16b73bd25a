/**
 * A text of lines `key TAB value`, in the order of their code units, searched without being split: a look-up reads a dozen
 * lines, whatever the size of the text.
 */
export class SortedLines {
  public constructor(private readonly text: string) {}

  /** The value of a key. */
  public get(key: string): string | undefined {
    const start = this.firstNotBefore(key);
    if (start >= this.text.length) return undefined;
    const { key: found, valueStart, end } = this.lineAt(start);
    return found === key ? this.text.slice(valueStart, end) : undefined;
  }

  /** Everything that a pattern finds in the text. */
  public matches(pattern: RegExp): Iterable<RegExpMatchArray> {
    return this.text.matchAll(pattern);
  }

  /** Keys that start with a prefix, without it, and their values. */
  public *startingWith(prefix: string): Generator<readonly [key: string, value: string]> {
    let start = this.firstNotBefore(prefix);
    while (start < this.text.length) {
      const { key, valueStart, end } = this.lineAt(start);
      if (!key.startsWith(prefix)) return;
      yield [key.slice(prefix.length), this.text.slice(valueStart, end)];
      start = end + 1;
    }
  }

  private firstNotBefore(key: string): number {
    let low = 0;
    let high = this.text.length;
    while (low < high) {
      const start = this.lineStart((low + high) >> 1, low);
      const { key: found, end } = this.lineAt(start);
      if (found < key) low = end + 1;
      else high = start;
    }
    return low;
  }

  private lineStart(offset: number, least: number): number {
    return Math.max(least, this.text.lastIndexOf('\n', offset - 1) + 1);
  }

  private lineAt(start: number): { readonly key: string; readonly valueStart: number; readonly end: number } {
    const newline = this.text.indexOf('\n', start);
    const end = newline === -1 ? this.text.length : newline;
    const tab = this.text.indexOf('\t', start);
    return { key: this.text.slice(start, tab), valueStart: tab + 1, end };
  }
}
