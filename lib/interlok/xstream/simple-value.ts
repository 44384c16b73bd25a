/** What becomes of a text: a value, or why it does not become one. */
export type SimpleOutcome = 'fine' | 'number' | 'range';

const integers: ReadonlyMap<string, readonly [least: bigint, greatest: bigint]> = new Map([
  // Of the narrow types, unsigned values are taken too, and wrap.
  ['byte', [-0x80n, 0xffn]],
  ['short', [-0x8000n, 0xffffn]],
  ['int', [-0x80000000n, 0xffffffffn]],
  ['long', [-0x8000000000000000n, 0x7fffffffffffffffn]],
]);

const primitives: ReadonlyMap<string, string> = new Map([
  ['java.lang.Byte', 'byte'],
  ['java.lang.Short', 'short'],
  ['java.lang.Integer', 'int'],
  ['java.lang.Long', 'long'],
  ['java.lang.Float', 'float'],
  ['java.lang.Double', 'double'],
  ['java.lang.Boolean', 'boolean'],
  ['java.lang.Character', 'char'],
]);

const primitiveNames = new Set(primitives.values());

/** The primitive of a type, or the type itself: `int` for `java.lang.Integer`. */
export function primitiveOf(typeName: string): string {
  return primitives.get(typeName) ?? typeName;
}

/** Whether values of the type are written as text that is understood here. */
export function isSimple(typeName: string): boolean {
  return typeName === 'java.lang.String' || primitiveNames.has(primitiveOf(typeName));
}

/**
 * What XStream makes of the text of a number. Text of any other type is fine.
 *
 * @see com.thoughtworks.xstream.converters.basic: `Long.decode` for integers, `Double.valueOf` for the others
 */
export function readNumber(text: string, typeName: string): SimpleOutcome {
  const primitive = primitiveOf(typeName);
  const limits = integers.get(primitive);
  if (limits !== undefined) return readInteger(text, primitive, limits);
  if (primitive !== 'double' && primitive !== 'float') return 'fine';
  const decimal =
    /^[+-]?(?:NaN|Infinity|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[fFdD]?|0[xX][\da-fA-F.]+[pP][+-]?\d+[fFdD]?)$/;
  // Character.isWhitespace is wider than String.trim, which Double.valueOf uses: up to U+0020.
  return decimal.test(text.replace(/^[\0- ]+|[\0- ]+$/g, '')) ? 'fine' : 'number';
}

function readInteger(text: string, primitive: string, [least, greatest]: readonly [bigint, bigint]): SimpleOutcome {
  const match = /^([+-]?)(?:(0[xX]|#)([\da-fA-F]+)|0([0-7]+)|(\d+))$/.exec(asciiDigits(text));
  if (match === null) return 'number';
  const [, sign, radix, hex = '', octal, decimal = ''] = match;
  if (radix === undefined && octal === undefined && /^0\d/.test(decimal)) return 'number';
  const digits = radix !== undefined ? `0x${hex}` : octal !== undefined ? `0o${octal}` : decimal;
  if (digits.length > 60) return 'range';
  const value = sign === '-' ? -BigInt(digits) : BigInt(digits);
  // Sixteen hexadecimal digits of a long are its bits.
  const bits = primitive === 'long' && radix !== undefined && hex.length === 16 && sign === '';
  return value < least || (value > greatest && !bits) ? 'range' : 'fine';
}

/** Java takes the digits of any script. */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    if (code < 0x80) return digit;
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String(code - zero);
  });
}
