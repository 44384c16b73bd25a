/** Bytes as text, or why they cannot be. */
export type DecodedText =
  { readonly text: string; readonly problem?: undefined } | { readonly text?: undefined; readonly problem: string };

/** Encodings that an XML declaration may name, by lower-case name, as TextDecoder knows them. */
const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'us-ascii',
  ascii: 'us-ascii',
  'iso-8859-1': 'iso-8859-1',
  iso8859_1: 'iso-8859-1',
  latin1: 'iso-8859-1',
  'utf-16': 'utf-16',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
};

/**
 * Decodes an XML document: by its byte order mark, else by the encoding that its declaration names, else as UTF-8.
 * The byte order mark is not part of the text.
 *
 * @see https://www.w3.org/TR/xml/#sec-guessing
 */
export function decodeXml(bytes: Buffer): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be');
  if (bytes[0] === 0x3c && bytes[1] === 0) return decode(bytes, 'utf-16le');
  if (bytes[0] === 0 && bytes[1] === 0x3c) return decode(bytes, 'utf-16be');
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (hasMark) return decode(bytes, 'utf-8');
  const declared = declaredEncoding(bytes);
  if (declared === undefined) return decode(bytes, 'utf-8');
  const encoding = Object.hasOwn(encodings, declared.toLowerCase()) ? encodings[declared.toLowerCase()] : undefined;
  if (encoding === undefined) return { problem: `the encoding '${declared}' is not one that is read here` };
  if (encoding.startsWith('utf-16')) return { problem: `it declares '${declared}' but has no byte order mark` };
  return decode(bytes, encoding);
}

/** The encoding pseudo-attribute of the XML declaration, which is ASCII in every encoding that reaches this point. */
function declaredEncoding(bytes: Buffer): string | undefined {
  const head = bytes.toString('latin1', 0, 200);
  if (!head.startsWith('<?xml')) return undefined;
  const end = head.indexOf('?>');
  const key = head.indexOf('encoding');
  if (end === -1 || key === -1 || key > end) return undefined;
  const open = head.slice(key, end).search(/["']/);
  if (open === -1) return undefined;
  const start = key + open;
  const close = head.indexOf(head.charAt(start), start + 1);
  return close === -1 || close > end ? undefined : head.slice(start + 1, close);
}

function decode(bytes: Buffer, encoding: string): DecodedText {
  if (encoding === 'iso-8859-1') return { text: bytes.toString('latin1') };
  if (encoding === 'us-ascii') {
    const stray = bytes.findIndex((byte) => byte > 0x7f);
    return stray === -1
      ? { text: bytes.toString('latin1') }
      : { problem: `byte ${stray + 1} is not US-ASCII, which the file declares` };
  }
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return { problem: `its bytes are not valid ${encoding.toUpperCase()}` };
  }
}
