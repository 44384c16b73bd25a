import type { FieldRecord } from './format';

/*
 * A field in the catalogue's text: its type, then, each after a blank, its flags as letters and whatever else it has behind a
 * sign of its own; the default comes last, because it may have blanks.
 *
 *   ~util.TimeInterval av [3.8.3,) =10 MINUTES
 */

const flags = { i: 'i', va: 'v', adv: 'a', expr: 'x', dep: 'd', pw: 'p', ext: 'e' } as const;
const flagNames = Object.keys(flags) as (keyof typeof flags)[];
const required = { n: 'N', b: 'B', e: 'E' } as const;
const signs = { im: '*', ic: '@', rm: '!', min: '<', max: '>', re: '/', d: '=' } as const;
const signNames = Object.keys(signs) as (keyof typeof signs)[];
/** Values that may have blanks: only one of them can stand in a line, at its end; the others are written as JSON. */
const open = new Set<keyof typeof signs>(['re', 'd']);

/** Writes a field. */
export function writeField(field: FieldRecord): string {
  const letters = [
    field.r === undefined ? '' : required[field.r],
    ...flagNames.map((name) => (field[name] === 1 ? flags[name] : '')),
  ].join('');
  const values = signNames.flatMap((name) => {
    const value = field[name];
    if (value === undefined) return [];
    return [`${signs[name]}${open.has(name) && name !== 'd' ? encodeURIComponent(value) : value}`];
  });
  return [field.t, letters, field.v ?? '', ...values].filter((part) => part !== '').join(' ');
}

/** Reads what {@link writeField} wrote. */
export function readField(text: string): FieldRecord {
  const equals = text.indexOf(' =');
  const [t = '', ...parts] = (equals === -1 ? text : text.slice(0, equals)).split(' ');
  const field: Record<string, string | number> = { t };
  for (const part of parts) {
    const first = part.charAt(0);
    if (first === '[' || first === '(') field['v'] = part;
    else {
      const name = signNames.find((one) => signs[one] === first);
      if (name === undefined) readFlags(part, field);
      else field[name] = name === 're' ? decodeURIComponent(part.slice(1)) : part.slice(1);
    }
  }
  if (equals !== -1) field['d'] = text.slice(equals + 2);
  return field as unknown as FieldRecord;
}

function readFlags(letters: string, field: Record<string, string | number>): void {
  for (const letter of letters) {
    const name = flagNames.find((one) => flags[one] === letter);
    if (name !== undefined) field[name] = 1;
    else field['r'] = letter.toLowerCase();
  }
}
