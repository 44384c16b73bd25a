import type { XmlElement } from '../xml-element';

/** Elements whose text Interlok reads as a number, or compares with other names. */
const numbers = /^(port|interval|priority|.*-(port|size|count|attempts|retries|threads))$/;
const names = ['unique-id', 'lookup-name'];
const freeText =
  /(script|template|expression|regex|pattern|xpath|xslt|query|statement|body|payload|content|message|schema|json|mapping|format|sql|text|key|value-format)$/;

/**
 * Whether the start fails when this text keeps a variable: it is a number, a port, a path, an id or the name of a class.
 * `<path>` is one on a consumer of HTTP requests only.
 */
export function failsAsText(element: XmlElement, text: string): boolean {
  if (element.attributes.get('class') === text) return true;
  if (numbers.test(element.name) || names.includes(element.name)) return true;
  return element.name === 'path' && element.parent?.name === 'consumer';
}

/** Whether the text of an element is something in which `${...}` has a meaning of its own. */
export function isFreeText(element: XmlElement): boolean {
  return freeText.test(element.name);
}
