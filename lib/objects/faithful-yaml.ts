import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { changeOutput, type Output } from './output';

/** What {@link isFaithful} takes, for messages. */
export const FAITHFUL_TEXT =
  'text without NUL, U+007F to U+009F, U+2028, U+2029, U+FFFE, U+FFFF and halves of surrogate pairs, which readers of YAML change or refuse; a Secret or a file of the configuration can hold them';

const CHANGED =
  /[\0\x7f-\x9f\u2028\u2029\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Whether a text comes out of a manifest as it was written, whoever reads it: kubectl, kustomize, PyYAML. */
export function isFaithful(text: string): boolean {
  return !CHANGED.test(text);
}

/**
 * Whether cdk8s would write the text in a form that some readers take for something else: Go's reader knows `0o17` and
 * `0X1F` for numbers, YAML 1.1 has `=` and `<<` for keys with a meaning, and PyYAML knows no tab outside of quotes. In a
 * block, kubectl takes a tab at the beginning for indentation.
 */
export function needsQuotes(text: string): boolean {
  return (
    /^[-+]?0[obx]/i.test(text) || text === '=' || text === '<<' || (text.includes('\n') ? /^\s*\t/ : /\t/).test(text)
  );
}

/**
 * Makes the manifests of all objects of a construct mean the same to every reader of YAML. cdk8s writes YAML 1.1 and has
 * no say over quotes; its writer takes what `toJSON` of an object returns, and that has the quotes.
 */
export function writeFaithfully(construct: IConstruct): void {
  for (const object of construct.node.findAll()) {
    if (ApiObject.isApiObject(object)) changeOutput(object, quoteAmbiguous);
  }
}

function quoteAmbiguous(output: Output): Output {
  const pending: unknown[] = [output];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    const children: unknown[] = Object.values(value);
    pending.push(...children.filter((child) => typeof child === 'object' && child !== null));
    if (children.some(isAmbiguous) || (!Array.isArray(value) && Object.keys(value).some(needsQuotes)))
      writeQuoted(value);
  }
  return output;
}

function isAmbiguous(value: unknown): value is string {
  return typeof value === 'string' && needsQuotes(value);
}

/**
 * Adds a hidden `toJSON`: to everyone but the writer of YAML, and in every comparison, the texts stay plain. JSON tells it the
 * key that it is for, and the writer of YAML nothing; quoted keys need a Map, which is empty in JSON.
 */
function writeQuoted(collection: object): void {
  const quoted = (value: unknown): unknown => (isAmbiguous(value) ? quotedScalar(value) : value);
  const toJSON = (key?: string): unknown => {
    if (Array.isArray(collection)) return collection.map(quoted);
    if (key !== undefined) return { ...collection };
    return new Map(Object.entries(collection).map(([name, value]) => [quoted(name), quoted(value)]));
  };
  Object.defineProperty(collection, 'toJSON', { value: toJSON, enumerable: false, configurable: true });
}

/**
 * A text in double quotes, as the writer knows it: these symbols are how it knows its nodes, and each copy of it has
 * the same. Made here, since importing the writer would cost every synth its time.
 * @see https://eemeli.org/yaml/#scalar-values
 */
function quotedScalar(value: string): object {
  // The writer takes `<<` for a merge, whatever quotes are asked for, unless it is told the type.
  const tag = value === '<<' ? { tag: 'tag:yaml.org,2002:str' } : {};
  const scalar = { [Symbol.for('yaml.node.type')]: Symbol.for('yaml.scalar'), type: 'QUOTE_DOUBLE', value, ...tag };
  return { ...scalar, toJSON: () => value };
}
