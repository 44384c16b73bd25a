/** A Java type as a field declares it. */
export interface JavaType {
  /** Full name, or that of a primitive: `java.util.List`, `com.adaptris.core.Service`, `int`. */
  readonly name: string;
  /** Of a generic type: `java.util.List<X>` has one. */
  readonly arguments: readonly JavaType[];
}

/** Names of `java.lang` that the catalogue writes without their package. */
const short = new Set(['String', 'Boolean', 'Integer', 'Long', 'Short', 'Byte', 'Double', 'Float', 'Character']);

const parsed = new Map<string, JavaType>();

/** Reads a type: `int`, `~core.Service`, `java.util.Map<String,~core.Service>`. */
export function parseJavaType(text: string): JavaType {
  let type = parsed.get(text);
  if (type === undefined) parsed.set(text, (type = read(text)));
  return type;
}

function read(text: string): JavaType {
  const open = text.indexOf('<');
  if (open === -1 || !text.endsWith('>')) return { name: fullName(text), arguments: [] };
  const parts: string[] = [];
  let depth = 0;
  let start = open + 1;
  for (let i = start; i < text.length - 1; i++) {
    const character = text[i];
    if (character === '<') depth++;
    else if (character === '>') depth--;
    else if (character === ',' && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start, -1));
  return { name: fullName(text.slice(0, open)), arguments: parts.map((part) => parseJavaType(part.trim())) };
}

const prefix = 'com.adaptris.';

/** The full name of a class that the catalogue may have written short. */
export function fullName(name: string): string {
  if (name.startsWith('~')) return prefix + name.slice(1);
  return short.has(name) ? `java.lang.${name}` : name;
}

/** The name under which the catalogue has a class. */
export function keyOf(className: string): string {
  return className.startsWith(prefix) ? `~${className.slice(prefix.length)}` : className;
}

const collections = new Set([
  'java.util.List',
  'java.util.ArrayList',
  'java.util.LinkedList',
  'java.util.Set',
  'java.util.HashSet',
  'java.util.LinkedHashSet',
  'java.util.Collection',
]);

/** The type of the items of a collection; of any other type, undefined. */
export function itemTypeOf(type: JavaType): JavaType | undefined {
  return collections.has(type.name) ? (type.arguments[0] ?? { name: 'java.lang.Object', arguments: [] }) : undefined;
}
