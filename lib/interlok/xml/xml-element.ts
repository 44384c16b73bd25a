import type { Located } from '../../findings';

/** Turns an offset in the parsed text into a place in the file that the user wrote. */
export type Locate = (offset: number) => Located;

/** An element of a parsed document. */
export class XmlElement {
  /** Child elements, in order. */
  public readonly children: XmlElement[] = [];
  /** Offset in the parsed text at which the character data starts; that of the element where it has none. */
  public textOffset: number;
  /** Offset behind its end tag in the parsed text; that of the element until the parser has come so far. */
  public endOffset: number;
  private readonly pieces: string[] = [];
  private joined: string | undefined;
  private all: readonly XmlElement[] | undefined;
  private piecesBeforeChildren = 0;

  public constructor(
    /** The name without a prefix. */
    public readonly name: string,
    /** The namespace, or the empty string. */
    public readonly namespace: string,
    /** Attribute values by name as written. */
    public readonly attributes: ReadonlyMap<string, string>,
    /** Undefined for the root. */
    public readonly parent: XmlElement | undefined,
    /** Offset of its `<` in the parsed text. */
    public readonly offset: number,
    private readonly locate: Locate,
  ) {
    this.textOffset = offset;
    this.endOffset = offset;
  }

  /** The character data directly inside, CDATA included, children left out. White space is kept. */
  public get text(): string {
    return (this.joined ??= this.pieces.join(''));
  }

  /** The character data before the first child: what a reader that expects text alone gets. */
  public get textBeforeChildren(): string {
    return this.children.length === 0 ? this.text : this.pieces.slice(0, this.piecesBeforeChildren).join('');
  }

  /** Where the start tag begins. */
  public get at(): Located {
    return this.locate(this.offset);
  }

  /** Where the last character of its end tag stands. */
  public get endsAt(): Located {
    return this.locate(Math.max(this.offset, this.endOffset - 1));
  }

  /** Where the character data begins, leading white space skipped. */
  public get textAt(): Located {
    return this.locate(this.textOffset);
  }

  /** The first child of that name. */
  public child(name: string): XmlElement | undefined {
    return this.children.find((child) => child.name === name);
  }

  /** All children of that name. */
  public childrenNamed(name: string): readonly XmlElement[] {
    return this.children.filter((child) => child.name === name);
  }

  /** The character data of the first child of that name, as it is. */
  public childText(name: string): string | undefined {
    return this.child(name)?.text;
  }

  /** The element itself and everything below it, in document order; once the document is complete. */
  public descendants(): readonly XmlElement[] {
    // Most rules walk through the whole document: its list is kept.
    return this.parent === undefined ? (this.all ??= this.collect()) : this.collect();
  }

  private collect(): readonly XmlElement[] {
    const collected: XmlElement[] = [];
    const stack: XmlElement[] = [this];
    for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
      collected.push(element);
      for (let i = element.children.length - 1; i >= 0; i--) {
        const child = element.children[i];
        if (child !== undefined) stack.push(child);
      }
    }
    return collected;
  }

  /** The elements that it is inside of, nearest first. */
  public *ancestors(): Generator<XmlElement> {
    for (let element = this.parent; element !== undefined; element = element.parent) yield element;
  }

  /** @internal Adds character data while parsing. */
  public append(text: string, offset: number): void {
    if (this.textOffset === this.offset) {
      const lead = text.search(/\S/);
      if (lead !== -1) this.textOffset = offset + lead;
    }
    this.pieces.push(text);
    if (this.children.length === 0) this.piecesBeforeChildren = this.pieces.length;
  }
}
