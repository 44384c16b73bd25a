import { parseLines, Pair } from 'dot-properties';
import type { Located } from '../../findings';
import { lastNotAfter, lineStarts } from './source-text';

/** One is enough to refuse a file. */
const mostMalformed = 100;

/** A key of a properties file with its value. */
export interface PropertyEntry {
  readonly key: string;
  readonly value: string;
  /** Where the key begins. */
  readonly at: Located;
  /** Where the value begins. */
  readonly valueAt: Located;
  /** Where a character of the value stands, by its index. @default - the value is not from a file */
  placeOf?(index: number): Located;
}

/**
 * A properties file as `java.util.Properties` loads one from a stream: bytes are ISO-8859-1, `\uXXXX` gives everything else, and of
 * a repeated key the last one counts. Columns are nevertheless those of the UTF-8 text that an editor shows.
 */
export class PropertiesFile {
  /** Every entry in the order of the file, overridden ones included. */
  public readonly entries: readonly PropertyEntry[];
  /** Places of a `\u` without four hexadecimal digits, the first hundred; Interlok refuses such a file as a whole. */
  public readonly malformed: readonly Located[];
  private readonly last: ReadonlyMap<string, PropertyEntry>;
  private readonly starts: readonly number[];

  public constructor(
    /** Path of the file, as a user would type it. */
    public readonly file: string,
    bytes: Buffer,
  ) {
    const text = bytes.toString('latin1');
    this.starts = lineStarts(text);
    const entries: PropertyEntry[] = [];
    const malformed: Located[] = [];
    const locate = (offset: number): Located => this.locate(text, offset);
    for (const node of parseLines(withPlainContinuations(text), true)) {
      if (!(node instanceof Pair)) continue;
      const [keyStart, , valueStart = keyStart, valueEnd = keyStart] = node.range;
      entries.push(new Entry(node.key, node.value, keyStart, valueStart, locate, text));
      const stray = strayEscape(text, keyStart, valueEnd);
      if (stray !== undefined && malformed.length < mostMalformed) malformed.push(locate(stray));
    }
    this.entries = entries;
    this.malformed = malformed;
    this.last = new Map(entries.map((entry) => [entry.key, entry]));
  }

  /** The effective entry of a key. */
  public get(key: string): PropertyEntry | undefined {
    return this.last.get(key);
  }

  /** Effective entries in the order in which their keys last appear. */
  public effective(): readonly PropertyEntry[] {
    return this.entries.filter((entry) => this.last.get(entry.key) === entry);
  }

  private locate(text: string, offset: number): Located {
    const line = lastNotAfter(this.starts, offset);
    const before = Buffer.from(text.slice(this.starts[line] ?? 0, offset), 'latin1').toString('utf8');
    return { file: this.file, line: line + 1, column: before.length + 1 };
  }
}

/** A line break that a backslash takes back, and the white space that follows. */
const continuation = /^(?:\\(?:\r\n|\r|\n)[ \t\f]*)+/;

class Entry implements PropertyEntry {
  public constructor(
    public readonly key: string,
    public readonly value: string,
    private readonly keyOffset: number,
    private readonly valueOffset: number,
    private readonly locate: (offset: number) => Located,
    private readonly text: string,
  ) {}

  public get at(): Located {
    return this.locate(this.keyOffset);
  }

  public get valueAt(): Located {
    return this.locate(this.valueOffset);
  }

  public placeOf(index: number): Located {
    let offset = this.valueOffset;
    for (let i = 0; ; i++) {
      offset += continuation.exec(this.text.slice(offset, offset + 200))?.[0].length ?? 0;
      if (i >= index) return this.locate(offset);
      if (this.text.charAt(offset) !== '\\') offset += 1;
      else offset += this.text.charAt(offset + 1) === 'u' ? 6 : 2;
    }
  }
}

/** Offset of the first `\u` between two offsets that four hexadecimal digits do not follow. */
function strayEscape(text: string, start: number, end: number): number | undefined {
  const entry = text.slice(start, end);
  for (let i = entry.indexOf('\\'); i !== -1; i = entry.indexOf('\\', i + 2)) {
    if (entry.charAt(i + 1) === 'u' && !/^[0-9a-fA-F]{4}$/.test(entry.slice(i + 2, i + 6))) return start + i;
  }
  return undefined;
}

/**
 * The text with line feeds alone behind the backslashes that continue a line: the parser knows no other there. The space that takes
 * the place of a second character is skipped like any at the start of a continued line, so offsets stay as they are.
 */
function withPlainContinuations(text: string): string {
  return text.replace(/(?<!\\)((?:\\\\)*\\)(\r\n?)/g, (_, backslashes: string, newline: string) =>
    newline === '\r' ? `${backslashes}\n` : `${backslashes}\n `,
  );
}
