import { SaxesParser } from 'saxes';

/** Where an element stands in a text, before anything in it is replaced. */
export interface ElementRange {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent?: ElementRange;
  readonly children: ElementRange[];
  /** Offset of its `<`. */
  readonly start: number;
  /** Offset behind its start tag. */
  readonly contentStart: number;
  /** Offset of its end tag; of an empty element, behind it. */
  contentEnd: number;
  /** Offset behind it. */
  end: number;
}

/** Every element of a document as it is written, in document order; none where the document is not well-formed. */
export function elementRanges(text: string): readonly ElementRange[] {
  const ranges: ElementRange[] = [];
  const open: ElementRange[] = [];
  const parser = new SaxesParser({ position: true });
  parser.on('error', (error) => {
    throw error;
  });
  let start = 0;
  parser.on('opentagstart', () => (start = text.lastIndexOf('<', parser.position - 1)));
  parser.on('opentag', ({ name, attributes }) => {
    const parent = open.at(-1);
    const at = parser.position;
    const range = { name, attributes: new Map(Object.entries(attributes)), children: [], start };
    const element = {
      ...range,
      contentStart: at,
      contentEnd: at,
      end: at,
      ...(parent === undefined ? {} : { parent }),
    };
    parent?.children.push(element);
    ranges.push(element);
    open.push(element);
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    const element = open.pop();
    if (element === undefined || isSelfClosing) return;
    element.contentEnd = text.lastIndexOf('<', parser.position - 1);
    element.end = parser.position;
  });
  try {
    parser.write(text).close();
    return ranges;
  } catch {
    return [];
  }
}
