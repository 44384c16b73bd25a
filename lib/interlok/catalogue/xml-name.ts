/**
 * The Java name that XStream makes of an element's name: `unique-id`, `uniqueId`, `Unique-Id` and `unique--id` are all
 * `uniqueId`; `UNIQUE-ID` and `unique_id` stay what they are. The empty string where XStream fails at the name itself
 * (a hyphen at its end).
 */
export function javaNameOf(elementName: string): string {
  const known = javaNames.get(elementName);
  if (known !== undefined) return known;
  const name = javaName(unescapeXmlName(elementName));
  if (javaNames.size < mostKept) javaNames.set(elementName, name);
  return name;
}

const javaNames = new Map<string, string>();
/** Far more than there are field names; names of a hostile file must not pile up. */
const mostKept = 10_000;

function javaName(name: string): string {
  if (name.endsWith('-')) return '';
  const joined = name.replace(/-+(.?)/g, (_, next: string) => next.toUpperCase());
  const [first = '', second = ''] = joined;
  // java.beans.Introspector.decapitalize: two capitals at the start stay.
  const acronym = isUpper(first) && isUpper(second);
  return acronym ? joined : first.toLowerCase() + joined.slice(1);
}

function isUpper(character: string): boolean {
  return character !== character.toLowerCase();
}

/**
 * A name as XStream reads it from a tag: `_-` stands for `$`, `__` for `_`.
 *
 * @see com.thoughtworks.xstream.io.xml.XmlFriendlyNameCoder
 */
export function unescapeXmlName(name: string): string {
  return name.includes('_') ? name.replace(/_(-|_)/g, (_, next: string) => (next === '-' ? '$' : '_')) : name;
}

/** A Java name as XStream writes it into a tag. */
export function escapeXmlName(name: string): string {
  return name.replaceAll('_', '__').replaceAll('$', '_-');
}
