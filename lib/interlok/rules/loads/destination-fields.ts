import { hasUnknown } from '../../variables';
import type { Components } from '../../model';
import type { XmlElement } from '../../xml';

/** Fields that took the place of a `<destination>`, the more telling ones first. */
const fields = [
  ...['base-directory-url', 'ftp-endpoint', 'mailbox-url', 'queue', 'topic', 'url', 'to'],
  ...['destination-url', 'end-point', 'endpoint', 'path'],
];

/**
 * The element to write instead of a `<destination>` that is not a jetty-message-consumer's, as a hint.
 *
 * @see adaptris/interlok-docs:docs/pages/overview/changelog/release400.md
 */
export function destinationHint(destination: XmlElement, components: Components): string {
  const holder = destination.parent === undefined ? undefined : components.classOf(destination.parent);
  // A name of the file's own release tells nothing: the class must have the field.
  const field = holder === undefined ? undefined : fields.find((name) => holder.field(name) !== undefined);
  const value = valueOf(destination, components);
  if (field === undefined) {
    const what = value === undefined ? 'the value' : `'${value}'`;
    return `put ${what} into the element that replaces <destination> there`;
  }
  return `write <${field}>${value ?? '…'}</${field}> instead`;
}

/** The value that it had, where one line says it: a constant, or a key of the message's metadata. URLs may have a login in them. */
function valueOf(destination: XmlElement, components: Components): string | undefined {
  const constant = destination.childText('destination') ?? destination.childText('default-destination');
  const key = components.typeOf(destination) === 'metadata-destination' ? destination.childText('key') : undefined;
  const value = (key === undefined ? constant : `%message{${key.trim()}}`)?.trim() ?? '';
  return value === '' || value.length > 200 || hasUnknown(value) || /[\r\n]|:\/\//.test(value) ? undefined : value;
}
