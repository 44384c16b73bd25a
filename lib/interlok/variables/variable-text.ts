/** A variable in a text: `${name}`, or between other marks. */
export interface VariableInText {
  readonly name: string;
  /** Offset of the opening mark. */
  readonly start: number;
  /** Offset behind the closing mark. */
  readonly end: number;
}

/** What encloses the name of a variable. */
export interface VariableMarks {
  readonly prefix: string;
  readonly postfix: string;
}

/** Finds the variables in a text, innermost where marks are nested, from left to right in one pass. */
export function* variablesIn(
  text: string,
  { prefix, postfix }: VariableMarks,
): Generator<VariableInText, void, boolean | undefined> {
  let start = text.indexOf(prefix);
  let close = -1;
  while (start !== -1) {
    const from = start + prefix.length;
    if (close < from) close = text.indexOf(postfix, from);
    if (close === -1) return;
    const inner = text.indexOf(prefix, from);
    if (inner !== -1 && inner + prefix.length <= close) {
      start = inner;
      continue;
    }
    const end = close + postfix.length;
    const taken = yield { name: text.slice(from, close), start, end };
    start = text.indexOf(prefix, taken === false ? start + 1 : end);
  }
}

/** A piece of the text after replacing, and what it stands for in the text before. */
export interface Replacement {
  /** Where it begins in the text before, and where that ends. */
  readonly start: number;
  readonly end: number;
  /** Where the value begins in the text after, and where it ends. */
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly name: string;
}

/** A text with its variables replaced. */
export interface ReplacedText {
  readonly text: string;
  readonly replacements: readonly Replacement[];
  /** True when the limit ended the replacing: the text after is the text before. */
  readonly tooLarge: boolean;
}

/**
 * Replaces each variable that has a value.
 *
 * @param limit the longest result, in UTF-16 code units
 */
export function replaceVariables(
  text: string,
  marks: VariableMarks,
  valueOf: (name: string) => string | undefined,
  limit: number,
): ReplacedText {
  const pieces: string[] = [];
  const replacements: Replacement[] = [];
  let copied = 0;
  let length = 0;
  const found = variablesIn(text, marks);
  for (let next = found.next(); next.done !== true;) {
    const { name, start, end } = next.value;
    const value = valueOf(name);
    if (value !== undefined) {
      pieces.push(text.slice(copied, start), value);
      const valueStart = length + start - copied;
      length = valueStart + value.length;
      replacements.push({ start, end, valueStart, valueEnd: length, name });
      copied = end;
      if (length > limit) return { text, replacements: [], tooLarge: true };
    }
    next = found.next(value !== undefined);
  }
  if (replacements.length === 0) return { text, replacements, tooLarge: false };
  pieces.push(text.slice(copied));
  return { text: pieces.join(''), replacements, tooLarge: false };
}

/** The offset in the text before that an offset in the text after comes from: the variable, inside of a value. */
export function offsetBefore(replacements: readonly Replacement[], offset: number): number {
  const replacement = replacementAt(replacements, offset);
  if (replacement === undefined) return offset;
  return offset < replacement.valueEnd ? replacement.start : replacement.end + offset - replacement.valueEnd;
}

/** The last replacement whose value begins at or before an offset of the text after. */
export function replacementAt(replacements: readonly Replacement[], offset: number): Replacement | undefined {
  return replacements[replacementIndexAt(replacements, offset)];
}

/** Its index; -1 where there is none. */
export function replacementIndexAt(replacements: readonly Replacement[], offset: number): number {
  let low = 0;
  let high = replacements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((replacements[middle]?.valueStart ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
