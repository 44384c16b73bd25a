import { isSimple, primitiveOf } from '../xstream';
import type { Grammar } from './grammar';
import { anyText, choice, matching, type Pattern, value } from './patterns';

/** A text with a variable in it, which nobody knows the value of. */
const variable = String.raw`.*[$]\{.+\}.*`;

/** What XStream takes for the types that are not any text. */
const expressions: Readonly<Record<string, string>> = {
  byte: integer(3, 2),
  short: integer(5, 4),
  int: integer(10, 8),
  long: integer(19, 16),
  float: decimal(),
  double: decimal(),
  char: String.raw`[\s\S]?`,
};

/** The text of a simple type; undefined for any other. */
export function simpleValue(grammar: Grammar, typeName: string): Pattern | undefined {
  if (!isSimple(typeName)) return undefined;
  const type = primitiveOf(typeName);
  if (type === 'boolean')
    return grammar.pattern('v.boolean', () =>
      choice([value('true'), value('false'), matching(`[Tt]rue|TRUE|[Ff]alse|FALSE|${variable}`)]),
    );
  const expression = expressions[type];
  return expression === undefined ? anyText : grammar.pattern(`v.${type}`, () => matching(`${expression}|${variable}`));
}

/** A constant of an enum: as it is, in capitals or small letters; expressions that ignore case make messages unreadable. */
export function constantValue(constants: readonly string[]): Pattern {
  const spellings = constants.flatMap((name) => [name, name.toUpperCase(), name.toLowerCase()]);
  return choice([...[...new Set(spellings)].map((each) => value(each)), matching(variable)]);
}

function integer(digits: number, hexadecimal: number): string {
  // A zero at the beginning makes it octal.
  return String.raw`[+\-]?(0[0-7]*|[1-9]\d{0,${digits - 1}}|(0[xX]|#)[0-9A-Fa-f]{1,${hexadecimal}})`;
}

function decimal(): string {
  return String.raw`\s*[+\-]?(NaN|Infinity|(\d+\.?\d*|\.\d+)([eE][+\-]?\d+)?[fFdD]?)\s*`;
}

/** The name of a class of one's own, or a variable. */
export function ownClassName(): Pattern {
  return matching(String.raw`([^.\s]+\.)+[^.\s]+|${variable}`, String.raw`(com\.adaptris|javax?)\..*`);
}
