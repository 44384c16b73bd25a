/** Names of a charset that the JVM knows, in lower case. */
const names: Readonly<Record<string, string>> = {
  'iso-8859-1': 'latin1',
  iso8859_1: 'latin1',
  iso8859_15: 'iso-8859-15',
  'iso-8859-15': 'iso-8859-15',
  latin1: 'latin1',
  'us-ascii': 'ascii',
  ascii: 'ascii',
  'ansi_x3.4-1968': 'ascii',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
  'utf-16': 'utf-16be',
  'utf-16be': 'utf-16be',
  'utf-16le': 'utf-16le',
};

/**
 * Bytes as a text in the way of `new String(bytes, charset)`: what the charset does not have becomes U+FFFD, and a byte order mark
 * stays in the text. Names that the JVM does not know are UTF-8 to it.
 */
export function decodeLikeJava(bytes: Buffer, charset = 'UTF-8'): string {
  const name = Object.hasOwn(names, charset.toLowerCase()) ? names[charset.toLowerCase()] : 'utf-8';
  if (name === 'latin1') return bytes.toString('latin1');
  if (name === 'ascii') return bytes.toString('latin1').replace(/[\x80-\xff]/g, '\ufffd');
  if (name === 'utf-8') return decoder.decode(wholeSurrogates(bytes));
  return new TextDecoder(name, { ignoreBOM: true }).decode(bytes);
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A surrogate in UTF-8 is one U+FFFD in Java, and up to three elsewhere: it is made a byte that is one everywhere. */
function wholeSurrogates(bytes: Buffer): Buffer {
  if (!bytes.includes(0xed)) return bytes;
  return Buffer.from(bytes.toString('latin1').replace(/\xed[\xa0-\xbf][\x80-\xbf]?/g, '\xff'), 'latin1');
}
