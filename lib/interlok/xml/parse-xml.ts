import { SaxesParser } from 'saxes';
import { type Locate, XmlElement } from './xml-element';

/** Elements may be nested this deep: far more than any adapter has, far less than overflows a stack. */
export const maximumDepth = 500;

/** Why a document is refused, and where: `malformed` is the parser's own word. */
export interface XmlProblem {
  readonly kind: 'malformed' | 'entity' | 'depth';
  /** In one sentence without a full stop. */
  readonly message: string;
  /** Offset in the parsed text. */
  readonly offset: number;
}

/** What came out of parsing. */
export interface XmlDocument {
  /** @default - the document is refused before its root, or has a problem anywhere */
  readonly root?: XmlElement;
  readonly problem?: XmlProblem;
  /** Offset of a document type declaration. Nothing in it is read. */
  readonly doctypeOffset?: number;
  /** Offset of the first thing that follows the root: text or another element. Interlok reads no further than the root. */
  readonly afterRoot?: number;
  /**
   * The root as far as it was read before a problem in it.
   * @default - there is no problem, or it comes before the root
   */
  readonly readSoFar?: XmlElement;
  /** True when the declaration has an internal subset, which may declare entities. */
  readonly doctypeDeclares: boolean;
}

/** Ends the parse at the first problem: what follows one is guesswork. */
class Stop extends Error {
  public constructor(public readonly problem: XmlProblem) {
    super(problem.message);
  }
}

/** Ends the parse where the root has ended: nobody reads what follows. */
class AfterRoot extends Error {
  public constructor(public readonly offset: number) {
    super('after the root');
  }
}

/**
 * Parses a document with namespaces into a tree, without recursion. Entities other than XML's own five are never resolved.
 *
 * @param text the document, decoded
 * @param locate the way back from an offset in `text`
 */
export function parseXml(text: string, locate: Locate): XmlDocument {
  const parser = new SaxesParser({ xmlns: true, position: true });
  parser.ENTITIES = Object.assign(Object.create(null) as Record<string, string>, xmlEntities);
  let root: XmlElement | undefined;
  let current: XmlElement | undefined;
  let depth = 0;
  const defaults: string[] = [];
  let tagOffset = 0;
  let doctypeOffset: number | undefined;
  let doctypeDeclares = false;
  let dataEnd = 0;
  let rootEnd: number | undefined;

  parser.on('error', (error) => {
    if (rootEnd !== undefined) throw new AfterRoot(rootEnd + text.slice(rootEnd).search(/\S/));
    throw new Stop({
      kind: doctypeOffset !== undefined && error.message.includes('undefined entity') ? 'entity' : 'malformed',
      message: sentence(error.message),
      offset: Math.min(parser.position, text.length),
    });
  });
  parser.on('doctype', (declaration) => {
    doctypeOffset = text.lastIndexOf('<!DOCTYPE', parser.position);
    doctypeDeclares = declaration.includes('[');
    dataEnd = parser.position;
  });
  parser.on('opentagstart', (tag) => {
    // Without a default of its own, the parser would search all ancestors of each element for one.
    tag.ns[''] = defaults.at(-1) ?? '';
    tagOffset = text.lastIndexOf('<', parser.position - 1);
  });
  parser.on('opentag', (tag) => {
    if (++depth > maximumDepth) {
      const message = `elements are nested more than ${maximumDepth} deep`;
      throw new Stop({ kind: 'depth', message, offset: tagOffset });
    }
    const attributes = new Map(Object.values(tag.attributes).map((a) => [a.name, a.value]));
    const element = new XmlElement(tag.local, tag.uri, attributes, current, tagOffset, locate);
    current?.children.push(element);
    root ??= element;
    current = element;
    defaults.push(tag.ns[''] ?? '');
    dataEnd = parser.position;
  });
  const onData = (data: string): void => {
    current?.append(data, dataEnd);
    dataEnd = parser.position - 1;
  };
  parser.on('text', onData);
  parser.on('cdata', (data) => {
    current?.append(data, text.startsWith('<![CDATA[', dataEnd) ? dataEnd + 9 : dataEnd);
    dataEnd = parser.position;
  });
  parser.on('comment', () => (dataEnd = parser.position + 1));
  parser.on('processinginstruction', () => (dataEnd = parser.position));
  parser.on('closetag', (tag) => {
    depth--;
    defaults.pop();
    if (current !== undefined) current.endOffset = parser.position;
    current = current?.parent;
    dataEnd = parser.position;
    // The parser closes what is open before it complains of a tag that does not match.
    const end = text.lastIndexOf('<', parser.position - 1);
    const isOwn = tag.isSelfClosing || text.slice(end + 2, parser.position - 1).trimEnd() === tag.name;
    if (current === undefined && isOwn) rootEnd = parser.position;
  });

  const doctype = (): Pick<XmlDocument, 'doctypeOffset' | 'doctypeDeclares'> => ({
    doctypeDeclares,
    ...(doctypeOffset === undefined ? {} : { doctypeOffset }),
  });
  try {
    parser.write(text).close();
    return root === undefined ? doctype() : { root, ...doctype() };
  } catch (error) {
    if (error instanceof AfterRoot && root !== undefined) return { root, afterRoot: error.offset, ...doctype() };
    const readSoFar = root === undefined ? {} : { readSoFar: root };
    if (error instanceof Stop) return { problem: error.problem, ...readSoFar, ...doctype() };
    const message = error instanceof Error ? sentence(error.message) : 'it cannot be parsed';
    return {
      problem: { kind: 'malformed', message, offset: Math.min(parser.position, text.length) },
      ...readSoFar,
      ...doctype(),
    };
  }
}

const xmlEntities = { amp: '&', gt: '>', lt: '<', quot: '"', apos: "'" };

/** The parser's message without its own position and full stop. */
function sentence(message: string): string {
  return message.replace(/^\d+:\d+:?\s*/, '').replace(/\.$/, '');
}
