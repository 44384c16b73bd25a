import type { Fix } from '../../../findings';
import type { ComponentClass } from '../../catalogue';
import { hasUnknown } from '../../variables';
import type { XmlElement } from '../../xml';

/** What took the place of a `<destination>`; the first that a class has. */
const fields = [
  ...['path', 'base-directory-url', 'ftp-endpoint', 'topic', 'queue', 'endpoint', 'url', 'base-url', 'end-point'],
  ...['mailbox-url', 'procedure-name', 'object-name', 'to', 'target-url'],
];

/**
 * The element to write instead of a `<destination>`, as a hint.
 *
 * @see adaptris/interlok-docs:docs/pages/overview/changelog/release400.md
 */
export function destinationHint(destination: XmlElement, owner: ComponentClass): string {
  const value = valueOf(destination);
  const field = knownField(owner) ?? owner.requiredFields[0]?.name;
  if (field === undefined) return `take it out: ${owner.alias ?? owner.name} has no field in its place`;
  const methods = destination.childText('filter-expression')?.trim() ?? '';
  const filter = filterField(owner);
  const and = methods === '' || owner.field(filter) === undefined ? '' : ` and <${filter}>${methods}</${filter}>`;
  return `write <${field}>${value ?? (field === 'path' ? '/…' : '…')}</${field}>${and} instead`;
}

/** The same as a change of the file; none where the class has no field that is known to stand for it. */
export function destinationFix(owner: ComponentClass): Fix | undefined {
  const field = knownField(owner);
  const filter = filterField(owner);
  if (field === undefined) return undefined;
  return { kind: 'destination', field, ...(owner.field(filter) === undefined ? {} : { filter }) };
}

function knownField(owner: ComponentClass): string | undefined {
  return fields.find((name) => owner.field(name) !== undefined);
}

function filterField(owner: ComponentClass): string {
  return owner.field('methods') !== undefined ? 'methods' : 'filter-expression';
}

/** The value that it had, where one line says it: a constant, or a key of the message's metadata. URLs may have a login in them. */
function valueOf(destination: XmlElement): string | undefined {
  const constant = destination.childText('destination') ?? destination.childText('default-destination');
  const key = destination.attributes.get('class') === 'metadata-destination' ? destination.childText('key') : undefined;
  const value = (key === undefined ? constant : `%message{${key.trim()}}`)?.trim() ?? '';
  return value === '' || value.length > 200 || hasUnknown(value) || /[\r\n]|:\/\//.test(value) ? undefined : value;
}
