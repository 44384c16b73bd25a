/** The name of a definition: what it is of, such as `f.core.Channel.unique-id`. */
export function nameOf(kind: string, className: string, member?: string): string {
  const shortened = className.startsWith('com.adaptris.') ? className.slice('com.adaptris.'.length) : className;
  const parts = member === undefined ? [kind, shortened] : [kind, shortened, member];
  // Java's names have no hyphen, but other characters that a name of XML must not have.
  return parts.join('.').replace(/[^\w.-]/g, (character) => `-${character.charCodeAt(0).toString(16)}-`);
}
