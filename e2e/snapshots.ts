import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';

/** Reads the values of a file of Jest's snapshots that are lists or objects; the others are left out. */
export function readSnapshots(file: string): unknown[] {
  const exports: Record<string, string> = {};
  runInNewContext(readFileSync(file, 'utf8'), { exports });
  return Object.values(exports)
    .map((text) => text.trim())
    .filter((text) => /^[[{]/.test(text))
    .map((text) => new SnapshotReader(text.split('\n')).value());
}

/**
 * Reads what Jest writes: JSON with commas at the end, and with texts as they are, quotes and line breaks too. So a text
 * ends where the next line is one of the structure that it stands in.
 */
class SnapshotReader {
  private at = 0;

  public constructor(private readonly lines: readonly string[]) {}

  /** The value that begins at this line, after a key where there is one. */
  public value(start = this.line().trimStart()): unknown {
    if (/^[[{][\]}],?$/.test(start)) return this.scalar(start.startsWith('[') ? [] : {});
    if (start === '[') return this.list();
    if (start === '{') return this.object();
    if (start.startsWith('"')) return this.text(start.slice(1));
    return this.scalar(JSON.parse(start.replace(/,$/, '')));
  }

  private scalar<T>(value: T): T {
    this.at++;
    return value;
  }

  private list(): unknown[] {
    const items: unknown[] = [];
    for (this.at++; !/^\],?$/.test(this.line().trim());) items.push(this.value());
    return this.scalar(items);
  }

  private object(): object {
    const entries: [string, unknown][] = [];
    for (this.at++; !/^\},?$/.test(this.line().trim());) {
      const [, key = '', start = ''] = /^\s*"(.*?)": (.*)$/.exec(this.line()) ?? [];
      entries.push([key, this.value(start)]);
    }
    return this.scalar(Object.fromEntries(entries));
  }

  private text(start: string): string {
    const indentation = /^ */.exec(this.line())?.[0].length ?? 0;
    const parts = [start];
    while (
      !(parts.at(-1) ?? '').endsWith('",') ||
      !this.isStructure(this.lines[this.at + parts.length] ?? '', indentation)
    ) {
      if (this.at + parts.length >= this.lines.length) throw new Error(`a text without an end: ${start}`);
      parts.push(this.lines[this.at + parts.length] ?? '');
    }
    this.at += parts.length;
    return parts.join('\n').slice(0, -2);
  }

  /** Whether a line goes on at this depth, or ends it. */
  private isStructure(line: string, indentation: number): boolean {
    const depth = /^ */.exec(line)?.[0].length ?? 0;
    return depth === indentation ? /^ *["{[\dtfn-]/.test(line) : depth === indentation - 2 && /^ *[\]}],?$/.test(line);
  }

  private line(): string {
    return this.lines[this.at] ?? '';
  }
}
