import { type Components, idOfLookupName, isHttpConsumer } from '../../model';
import type { XmlElement } from '../../xml';

/** Types that XStream reads as a number. */
const numberTypes: ReadonlySet<string> = new Set(['int', 'long', 'java.lang.Integer', 'java.lang.Long']);
/** Elements of components that nobody knows, whose text is likely to be a number. */
const numbers = /^(port|interval|priority|.*-(port|size|count|attempts|retries|threads))$/;
const freeText =
  /(script|template|expression|regex|pattern|xpath|xslt|query|statement|body|payload|content|message|schema|json|mapping|format|sql|text|key|value-format)$/;

/**
 * Whether the start fails when this text keeps a variable: it is a number, a port, a path or the name of a class, or looks up a
 * component that has another id. `<path>` is one on a consumer of HTTP requests only. An id is a text like any other.
 *
 * @param sharedIds ids of the shared components
 */
export function failsAsText(
  element: XmlElement,
  text: string,
  { components, sharedIds }: { readonly components: Components; readonly sharedIds: ReadonlySet<string> },
): boolean {
  if (element.attributes.get('class') === text) return true;
  const field = components.fieldOf(element);
  if (field === undefined ? numbers.test(element.name) : numberTypes.has(field.type.name)) return true;
  if (element.name === 'lookup-name') return !sharedIds.has(idOfLookupName(text.trim()));
  return element.name === 'path' && element.parent !== undefined && isHttpConsumer(element.parent, components);
}

/** Whether the text of an element is something in which `${...}` has a meaning of its own. */
export function isFreeText(element: XmlElement): boolean {
  return freeText.test(element.name);
}
