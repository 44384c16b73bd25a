import { hasUnknown } from '../../variables';
import type { Components } from '../../model';
import type { XmlElement } from '../../xml';

/** What took the place of a `<destination>`, by the kind of component that had it. */
const fields: readonly (readonly [holder: RegExp, field: string])[] = [
  [/(?:^|-)fs-(?:consumer|producer)$/, 'base-directory-url'],
  [/^jms-topic-(?:consumer|producer)$/, 'topic'],
  [/^jms-queue-(?:consumer|producer)$/, 'queue'],
  [/^jms-.*(?:consumer|producer)$/, 'endpoint'],
  [/(?:^|-)http-producer$/, 'url'],
  [/^file-data-(?:input|output)-parameter$/, 'end-point'],
  [/mail-consumer$/, 'mailbox-url'],
];

/**
 * The element to write instead of a `<destination>` that is not a jetty-message-consumer's, as a hint.
 *
 * @see adaptris/interlok-docs:docs/pages/overview/changelog/release400.md
 */
export function destinationHint(destination: XmlElement, components: Components): string {
  const holder = destination.parent === undefined ? '' : components.typeOf(destination.parent);
  const field = fields.find(([pattern]) => pattern.test(holder))?.[1];
  const value = valueOf(destination, components);
  if (field === undefined) {
    const what = value === undefined ? 'the value' : `'${value}'`;
    return `put ${what} into the element that replaces it, for example <queue>, <topic>, <url> or <base-directory-url>`;
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
