import type { Located } from '../../findings';
import { type JavaProperty, readProperties, valueOffsets } from '../java';
import { lastNotAfter, lineStarts } from './source-text';
import { toldEncoding } from './told-encoding';

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
  /** What the first bytes tell of the encoding, which Java takes for text. @default - they tell nothing */
  public readonly toldEncoding: ReturnType<typeof toldEncoding>;
  private readonly last: ReadonlyMap<string, PropertyEntry>;
  private readonly starts: readonly number[];

  public constructor(
    /** Path of the file, as a user would type it. */
    public readonly file: string,
    bytes: Buffer,
    /** False for a file that the image has: there are no places in it to show. */
    public readonly isOnDisk = true,
  ) {
    const text = bytes.toString('latin1');
    this.starts = lineStarts(text);
    const entries: PropertyEntry[] = [];
    const malformed: Located[] = [];
    const locate = (offset: number): Located => this.locate(text, offset);
    for (const property of readProperties(text)) {
      entries.push(new Entry(property, locate, text));
      const { malformedOffset } = property;
      if (malformedOffset !== undefined && malformed.length < mostMalformed) malformed.push(locate(malformedOffset));
    }
    this.toldEncoding = toldEncoding(bytes);
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
    if (!this.isOnDisk) return { file: this.file };
    const line = lastNotAfter(this.starts, offset);
    const before = Buffer.from(text.slice(this.starts[line] ?? 0, offset), 'latin1').toString('utf8');
    return { file: this.file, line: line + 1, column: before.replace(/^\ufeff/, '').length + 1 };
  }
}

class Entry implements PropertyEntry {
  private offsets: readonly number[] | undefined;

  public constructor(
    private readonly property: JavaProperty,
    private readonly locate: (offset: number) => Located,
    private readonly text: string,
  ) {}

  public get key(): string {
    return this.property.key;
  }

  public get value(): string {
    return this.property.value;
  }

  public get at(): Located {
    return this.locate(this.property.keyOffset);
  }

  public get valueAt(): Located {
    return this.locate(this.property.valueOffset);
  }

  public placeOf(index: number): Located {
    this.offsets ??= valueOffsets(this.text, this.property);
    return this.locate(this.offsets[index] ?? this.property.valueOffset);
  }
}
