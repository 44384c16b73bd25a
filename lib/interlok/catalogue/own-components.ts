import { readFileSync } from 'node:fs';
import {
  check,
  checkEach,
  checkFields,
  checkText,
  isObject,
  type PropProblem,
  required,
  type ValueCheck,
} from '../../errors';
import { type CatalogueFile, catalogueFormat, type ClassRecord } from './format';

/** What `scripts/catalogue/DescribeComponents.java` wrote of a jar of one's own. */
export type OwnComponents = CatalogueFile;

/** What was read of a file that describes components of one's own; of one that cannot be used, what is wrong with it. */
export interface OwnComponentsRead {
  /** @default - the file cannot be used */
  readonly components?: OwnComponents;
  readonly problems: readonly PropProblem[];
}

/**
 * Reads a file that describes components of one's own.
 *
 * @param field the prop that names it, for messages: what is in the file follows, as `ownComponents.classes["com.example.A"].f.url.t`
 * @param path from the working directory
 */
export function readOwnComponents(field: string, path: unknown): OwnComponentsRead {
  const expected = "the path of a file that DescribeComponents.java wrote, for example 'own-components.json'";
  if (typeof path !== 'string' || path === '') return { problems: [{ field, value: path, expected }] };
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const isThere = error instanceof SyntaxError;
    return { problems: [{ field, value: path, expected: isThere ? `JSON in that file: ${error.message}` : expected }] };
  }
  const problems = isObject(value) ? checkFile(field, value) : [{ field, value: path, expected }];
  return problems.length > 0 ? { problems } : { components: value as OwnComponents, problems };
}

/** The classes and enums of several descriptions; of two of one name, the last counts. */
export function joinOwnComponents(all: readonly OwnComponents[]): OwnComponents {
  return {
    format: catalogueFormat,
    classes: Object.assign({}, ...all.map(({ classes }) => classes)) as OwnComponents['classes'],
    externalEnums: Object.assign({}, ...all.map(({ externalEnums }) => externalEnums)) as Record<string, string[]>,
  };
}

const flag = check((value) => value === 1, '1, or nothing');
const text = checkText(/\S/, 'a text');
const name = checkText(/^[^\s<>]+$/, 'a name');
const type = required(checkText(/^[^\s]+$/, 'a Java type'), 'a Java type');
/** Each value of an object, by its own name. */
function checkValues(checkOne: ValueCheck): ValueCheck {
  return (field, value) => {
    if (value === undefined) return [];
    if (!isObject(value)) return [{ field, value, expected: 'an object' }];
    return Object.entries(value).flatMap(([key, one]) =>
      checkOne(/^[a-z][\w-]*$/i.test(key) ? `${field}.${key}` : `${field}[${JSON.stringify(key)}]`, one),
    );
  };
}

const checkField = checkFields({
  t: type,
  im: text,
  r: check((value) => ['n', 'b', 'e'].includes(value), "'n', 'b' or 'e'"),
  d: check((value) => typeof value === 'string', 'a text'),
  ic: name,
  min: checkText(/^-?\d+$/, 'a number as text'),
  max: checkText(/^-?\d+$/, 'a number as text'),
  re: text,
  rm: text,
  ...Object.fromEntries(['i', 'pw', 'ext', 'expr', 'va', 'adv', 'dep'].map((key) => [key, flag])),
});

const checkClass = checkFields({
  a: checkText(/^[^\s<>&"']+$/, 'an alias, which is the name of an element'),
  k: text,
  m: text,
  x: name,
  i: checkEach(name),
  e: checkEach(name),
  ig: checkEach(name),
  tag: checkEach(text),
  rec: checkEach(name),
  since: text,
  rm: text,
  set: checkValues(check((value) => ['string', 'number'].includes(typeof value), 'a text or a number')),
  f: checkValues(checkField),
  listen: checkFields({
    proto: required(text, "a protocol, for example 'http'"),
    port: text,
    default: check((value: unknown) => value === null || Number.isInteger(value), 'a port'),
    host: text,
    via: text,
    paths: checkEach(text),
  }),
  out: checkEach(text),
  proto: text,
  net: check((value) => ['none', 'reference', 'depends'].includes(value), "'none', 'reference' or 'depends'"),
  route: checkValues(text),
  files: checkValues(check((value) => ['r', 'w', 'rw', 't', 's'].includes(value), "'r', 'w', 'rw', 't' or 's'")),
  ...Object.fromEntries(['if', 'abs', 'dep', 'nc', 'cs', 'bean', 'o', 'polls', 'timer'].map((key) => [key, flag])),
});

function checkFile(field: string, value: Record<string, unknown>): PropProblem[] {
  if (value['format'] !== catalogueFormat)
    return [{ field: `${field}.format`, value: value['format'], expected: `'${catalogueFormat}'` }];
  const problems = [
    ...required(checkValues(checkClass), 'an object')(`${field}.classes`, value['classes']),
    ...checkValues(checkEach(text))(`${field}.externalEnums`, value['externalEnums']),
    ...checkValues(checkEach(checkFields({ m: text, v: text })))(
      `${field}.managementComponents`,
      value['managementComponents'],
    ),
    ...checkValues(checkEach(checkFields({ m: text, v: text })))(`${field}.preProcessors`, value['preProcessors']),
  ];
  return problems.length > 0 ? problems : sharedAliases(field, value['classes'] as Record<string, ClassRecord>);
}

/** Of two classes with one alias, Interlok takes the one that it happens to read last. */
function sharedAliases(field: string, classes: Readonly<Record<string, ClassRecord>>): PropProblem[] {
  const owners = new Map<unknown, string>();
  return Object.entries(classes).flatMap(([className, { a }]) => {
    const owner = owners.get(a);
    if (a !== undefined && owner === undefined) owners.set(a, className);
    if (owner === undefined) return [];
    const expected = `an alias of its own: ${owner} has it too`;
    return [{ field: `${field}.classes[${JSON.stringify(className)}].a`, value: a, expected }];
  });
}
