/**
 * A 32-bit integer as XStream reads one: decimal, `0x` or `#` hexadecimal, or octal with a leading zero, with an optional sign,
 * and nothing around it.
 *
 * @returns undefined where Interlok would fail with a NumberFormatException
 * @see java.lang.Long#decode
 */
export function decodeInteger(text: string): number | undefined {
  const match = /^([+-]?)(?:0[xX]([0-9a-fA-F]{1,16})|#([0-9a-fA-F]{1,16})|0([0-7]{1,21})|([1-9][0-9]{0,18}|0))$/.exec(
    text,
  );
  if (match === null) return undefined;
  const [, sign, hex, hash, octal, decimal] = match;
  const hexadecimal = hex ?? hash;
  let value: number;
  if (hexadecimal !== undefined) value = Number.parseInt(hexadecimal, 16);
  else if (octal !== undefined) value = Number.parseInt(octal, 8);
  else value = Number.parseInt(decimal ?? '', 10);
  if (sign === '-') value = -value;
  if (value > 0xffffffff || value < -0x80000000) return undefined;
  return value > 0x7fffffff ? value - 0x100000000 : value;
}

/** A decimal integer as `Integer.parseInt` reads one: an optional sign and digits, nothing around them. */
export function parseInteger(text: string): number | undefined {
  if (!/^[+-]?\d+$/.test(text)) return undefined;
  const value = Number(text);
  return value > 0x7fffffff || value < -0x80000000 ? undefined : value;
}

/**
 * A boolean as Interlok reads one from properties: `true`, `yes`, `on`, `t`, `y`, `1` and their opposites in any case.
 *
 * @returns undefined for anything else: the default applies
 * @see org.apache.commons.lang3.BooleanUtils#toBooleanObject
 */
export function parseBoolean(text: string): boolean | undefined {
  switch (text.toLowerCase()) {
    case 'true':
    case 'yes':
    case 'on':
    case 't':
    case 'y':
    case '1':
      return true;
    case 'false':
    case 'no':
    case 'off':
    case 'f':
    case 'n':
    case '0':
      return false;
    default:
      return undefined;
  }
}

/** Whether a number can be a TCP port that something listens on. */
export function isPort(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 65535;
}

/** A decimal integer of 64 bits as `Long.parseLong` reads one; beyond 2^53 only its size is right. */
export function parseLong(text: string): number | undefined {
  if (!/^[+-]?[0-9]+$/.test(text)) return undefined;
  const exact = BigInt(text.replace(/^\+/, ''));
  return exact >= -(2n ** 63n) && exact < 2n ** 63n ? Number(exact) : undefined;
}
