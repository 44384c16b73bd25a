/** A key and its value as `java.util.Properties` reads them, with where they stand in the text. */
export interface JavaProperty {
  readonly key: string;
  readonly value: string;
  /** Offset at which the key begins. */
  readonly keyOffset: number;
  /** Offset at which the value begins; that of the end of the key where there is no value. */
  readonly valueOffset: number;
  /** Offset of the first `\u` that four hexadecimal digits do not follow. @default - there is none */
  readonly malformedOffset?: number;
}

/** A logical line: its characters without the line breaks that a backslash took back, and where each of them stands. */
interface LogicalLine {
  readonly text: string;
  readonly offsets: readonly number[];
}

/**
 * Reads a text as `java.util.Properties` of Java 17 reads a stream of ISO-8859-1, corner cases included.
 *
 * @see java.util.Properties#load
 */
export function* readProperties(text: string): Generator<JavaProperty> {
  for (const line of logicalLines(text)) yield propertyOf(line, text.length);
}

/** Offsets in the text of the characters of a value. */
export function valueOffsets(text: string, { keyOffset, valueOffset }: JavaProperty): readonly number[] {
  for (const line of logicalLines(text.slice(keyOffset))) {
    const start = line.offsets.indexOf(valueOffset - keyOffset);
    return start === -1 ? [] : convert(line, start, line.text.length).offsets.map((offset) => offset + keyOffset);
  }
  return [];
}

function* logicalLines(text: string): Generator<LogicalLine> {
  let at = 0;
  while (at < text.length) {
    const line = readLine(text, at);
    if (line.line !== undefined) yield line.line;
    at = line.next;
  }
}

/** The logical line at or behind an offset. @default line - the text ends without one */
function readLine(text: string, start: number): { readonly line?: LogicalLine; readonly next: number } {
  const characters: string[] = [];
  const offsets: number[] = [];
  const line = (): LogicalLine => ({ text: characters.join(''), offsets });
  let skipsBlanks = true;
  let continues = false;
  let escaped = false;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    const breaks = character === '\n' || character === '\r';
    if (skipsBlanks) {
      if (isBlank(character) || (breaks && !continues)) continue;
      skipsBlanks = false;
      continues = false;
    }
    if (characters.length === 0 && (character === '#' || character === '!')) {
      while (at + 1 < text.length && !/[\r\n]/.test(text.charAt(at + 1))) at++;
      at++;
      skipsBlanks = true;
    } else if (!breaks) {
      characters.push(character);
      offsets.push(at);
      escaped = character === '\\' && !escaped;
    } else if (characters.length === 0) skipsBlanks = true;
    else if (escaped) {
      characters.pop();
      offsets.pop();
      // At the end of the stream the line ends here, be it empty.
      if (at + 1 === text.length) return { line: line(), next: text.length };
      if (character === '\r' && text.charAt(at + 1) === '\n') at++;
      skipsBlanks = true;
      continues = true;
      escaped = false;
    } else return { line: line(), next: at + 1 };
  }
  if (characters.length === 0) return { next: text.length };
  if (escaped) {
    characters.pop();
    offsets.pop();
  }
  return { line: line(), next: text.length };
}

function propertyOf(line: LogicalLine, end: number): JavaProperty {
  const { text, offsets } = line;
  let keyEnd = 0;
  for (let escaped = false; keyEnd < text.length; keyEnd++) {
    const character = text.charAt(keyEnd);
    if (!escaped && (isSeparator(character) || isBlank(character))) break;
    escaped = character === '\\' && !escaped;
  }
  let valueStart = keyEnd;
  let separated = false;
  for (; valueStart < text.length; valueStart++) {
    const character = text.charAt(valueStart);
    if (isBlank(character)) continue;
    if (separated || !isSeparator(character)) break;
    separated = true;
  }
  const key = convert(line, 0, keyEnd);
  const value = convert(line, valueStart, text.length);
  const malformed = key.malformed ?? value.malformed;
  const last = offsets.at(-1);
  return {
    key: key.text,
    value: value.text,
    keyOffset: offsets[0] ?? end,
    valueOffset: offsets[valueStart] ?? (last === undefined ? end : last + 1),
    ...(malformed === undefined ? {} : { malformedOffset: malformed }),
  };
}

interface Converted {
  readonly text: string;
  readonly offsets: readonly number[];
  readonly malformed?: number;
}

const escapes: Readonly<Record<string, string>> = { t: '\t', r: '\r', n: '\n', f: '\f' };

/** A part of a line with its escapes resolved; what a malformed one would be is left as it is. */
function convert({ text, offsets }: LogicalLine, start: number, end: number): Converted {
  const characters: string[] = [];
  const from: number[] = [];
  let malformed: number | undefined;
  for (let i = start; i < end; i++) {
    from.push(offsets[i] ?? 0);
    const character = text.charAt(i);
    if (character !== '\\') {
      characters.push(character);
      continue;
    }
    const escape = text.charAt(++i);
    if (escape !== 'u') {
      characters.push(escapes[escape] ?? escape);
      continue;
    }
    const digits = text.slice(i + 1, Math.min(i + 5, end));
    if (/^[0-9a-fA-F]{4}$/.test(digits)) {
      characters.push(String.fromCharCode(Number.parseInt(digits, 16)));
      i += 4;
    } else {
      malformed ??= offsets[i - 1];
      characters.push(escape);
    }
  }
  return { text: characters.join(''), offsets: from, ...(malformed === undefined ? {} : { malformed }) };
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\f';
}

function isSeparator(character: string): boolean {
  return character === '=' || character === ':';
}
