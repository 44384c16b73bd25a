/**
 * What the first bytes of a file tell of its encoding, where the JVM takes them for text: a byte order mark, or the zero bytes of
 * UTF-16.
 *
 * @returns for messages, for example `UTF-16`; undefined when they tell nothing
 */
export function toldEncoding(bytes: Buffer): 'a UTF-8 byte order mark' | 'UTF-16' | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'a UTF-8 byte order mark';
  const marked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return marked || (bytes.length > 1 && (first === 0 || second === 0)) ? 'UTF-16' : undefined;
}
