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
  const field = fields.find((name) => owner.field(name) !== undefined) ?? owner.requiredFields[0]?.name;
  if (field === undefined) return `take it out: ${owner.alias ?? owner.name} has no field in its place`;
  const methods = destination.childText('filter-expression')?.trim() ?? '';
  const filter = owner.field('methods') !== undefined ? 'methods' : 'filter-expression';
  const and = methods === '' || owner.field(filter) === undefined ? '' : ` and <${filter}>${methods}</${filter}>`;
  return `write <${field}>${value ?? (field === 'path' ? '/…' : '…')}</${field}>${and} instead`;
}

/** The value that it had, where one line says it: a constant, or a key of the message's metadata. URLs may have a login in them. */
function valueOf(destination: XmlElement): string | undefined {
  const constant = destination.childText('destination') ?? destination.childText('default-destination');
  const key = destination.attributes.get('class') === 'metadata-destination' ? destination.childText('key') : undefined;
  const value = (key === undefined ? constant : `%message{${key.trim()}}`)?.trim() ?? '';
  return value === '' || value.length > 200 || hasUnknown(value) || /[\r\n]|:\/\//.test(value) ? undefined : value;
}
