import { decodeXml } from '../../../lib/interlok/files/decode-text';
import { SourceText } from '../../../lib/interlok/files/source-text';
import { parseXml } from '../../../lib/interlok/xml/parse-xml';
import type { XmlDocument } from '../../../lib/interlok/xml/parse-xml';

function parse(text: string): XmlDocument {
  const source = new SourceText('adapter.xml', text);
  return parseXml(text, (offset) => source.locate(offset));
}

function at(line: number, column: number): object {
  return { file: 'adapter.xml', line, column };
}

describe('parseXml', () => {
  test('given elements, text and CDATA, when parsed, then each has its place', () => {
    const { root } = parse('<a>\n  <b x="1">\n    one<![CDATA[<two>]]>&amp;</b>\r\n  <c/>\n</a>');

    const b = root?.child('b');
    expect(b?.at).toEqual(at(2, 3));
    expect(b?.text).toBe('\n    one<two>&');
    expect(b?.textAt).toEqual(at(3, 5));
    expect(b?.attributes.get('x')).toBe('1');
    expect(root?.child('c')?.at).toEqual(at(4, 3));
  });

  test('given text that begins with CDATA or follows a comment, when parsed, then its place is that of the content', () => {
    const { root } = parse('<a><b><![CDATA[x]]></b><c><!-- no -->y</c><d> <![CDATA[z]]></d></a>');

    expect(root?.children.map(({ textAt }) => textAt.column)).toEqual([16, 38, 56]);
  });

  test('given prefixes, when parsed, then names are local and namespaces resolved', () => {
    const { root } = parse('<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="b.xml"/></a>');

    expect(root?.children.map(({ name, namespace }) => [name, namespace])).toEqual([
      ['include', 'http://www.w3.org/2001/XInclude'],
    ]);
  });

  test.each([
    ['an element that is not closed', '<a>\n<b></a>', 'unexpected close tag', 11],
    ['an unbound prefix', '<a><x:b/></a>', 'unbound namespace prefix: "x"', 9],
    ['a stray ampersand', '<a>x & y;</a>', 'disallowed character in entity name', 9],
    ['a name of Object.prototype as entity', '<a>&toString;</a>', 'undefined entity', 13],
    ['nothing', '', 'document must contain a root element', 0],
    ['text alone', 'hello', 'text data outside of root node', 5],
  ])('given %s, when parsed, then the problem is the parser’s, with its place', (_, text, message, offset) => {
    expect(parse(text).problem).toEqual({ kind: 'malformed', message, offset });
  });

  test('given elements nested more than 500 deep, when parsed, then the 501st is a problem', () => {
    expect(parse('<a>'.repeat(500) + '</a>'.repeat(500)).problem).toBeUndefined();
    expect(parse('<a>'.repeat(100_000)).problem).toMatchObject({ kind: 'depth', offset: 1500 });
  });

  test('given a billion laughs, when parsed, then nothing is expanded', () => {
    const doctype = '<!DOCTYPE a [<!ENTITY x "lol"><!ENTITY y "&x;&x;">]>';
    const parsed = parse(`${doctype}<a>&y;</a>`);
    expect([parsed.root, parsed.readSoFar?.text]).toEqual([undefined, '']);
    expect(parsed).toMatchObject({
      doctypeDeclares: true,
      doctypeOffset: 0,
      problem: { kind: 'entity', message: 'undefined entity', offset: doctype.length + 6 },
    });
  });

  test('given an external document type, when parsed, then it is noted and the document read', () => {
    const { root, doctypeOffset, doctypeDeclares } = parse('\n<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>');
    expect([root?.name, doctypeOffset, doctypeDeclares]).toEqual(['a', 1, false]);
  });
});

describe('decodeXml', () => {
  const text = '<a>ü</a>';
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
  const declared = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>${text}`;

  test.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16LE with a byte order mark', utf16],
    ['UTF-16BE with a byte order mark', Buffer.from(utf16).swap16()],
    ['UTF-16LE without one', Buffer.from(text, 'utf16le')],
    ['UTF-16BE without one', Buffer.from(text, 'utf16le').swap16()],
  ])('given %s, when decoded, then the text is the same', (_, bytes) => {
    expect(decodeXml(bytes)).toEqual({ text });
  });

  test('given a declared ISO-8859-1, when decoded, then each byte is a character', () => {
    expect(decodeXml(Buffer.from(declared('ISO-8859-1'), 'latin1'))).toEqual({ text: declared('ISO-8859-1') });
  });

  test.each([
    [
      'an encoding that is not known',
      Buffer.from(declared('EBCDIC-XML')),
      "the encoding 'EBCDIC-XML' is not one that is read here",
    ],
    [
      'UTF-16 declared in eight bits',
      Buffer.from(declared('UTF-16')),
      "it declares 'UTF-16' but has no byte order mark",
    ],
    ['bytes that are no UTF-8', Buffer.from(text, 'latin1'), 'its bytes are not valid UTF-8'],
    [
      'bytes that are no ASCII',
      Buffer.from(declared('US-ASCII'), 'latin1'),
      'byte 45 is not US-ASCII, which the file declares',
    ],
  ])('given %s, when decoded, then it says why not', (_, bytes, problem) => {
    expect(decodeXml(bytes)).toEqual({ problem });
  });
});

describe('what is not part of the tree', () => {
  test.each([
    ['another element', '<a/>\n<b/>', 5],
    ['text', '<a></a>  x', 9],
    ['something malformed', '<a></a><b', 7],
  ])('given %s after the root, when parsed, then the root is whole and the rest is named', (_what, text, offset) => {
    const { root, problem, afterRoot } = parse(text);

    expect([root?.name, problem, afterRoot]).toEqual(['a', undefined, offset]);
  });

  test.each([
    ['white space', '<a/>\n '],
    ['a comment', '<a/><!-- b -->'],
    ['an instruction', '<a/><?b?>'],
  ])('given %s after the root, when parsed, then nothing is said', (_what, text) =>
    expect(parse(text)).toMatchObject({ root: { name: 'a' } }),
  );

  test('given a wrong end tag at the root, when parsed, then it is malformed all the same', () => {
    const { root, problem, readSoFar } = parse('<a><b></b></c>');

    expect([root, problem?.message, readSoFar?.children[0]?.name]).toEqual([undefined, 'unexpected close tag', 'b']);
  });

  test('given text with an element inside, when parsed, then what stands before it is known', () => {
    const { root } = parse('<a>8<!-- -->0<b/>81</a>');

    expect([root?.text, root?.textBeforeChildren]).toEqual(['8081', '80']);
  });
});
