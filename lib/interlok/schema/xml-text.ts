const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** An element as text; what it contains is text of XML already. */
export function element(name: string, attributes: Readonly<Record<string, string>>, ...content: string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeText(value)}"`);
  const tag = `${name}${written.join('')}`;
  const inside = content.join('');
  return inside === '' ? `<${tag}/>` : `<${tag}>${inside}</${name}>`;
}

/** For text and attributes; what XML 1.0 cannot have at all becomes a question mark. */
export function escapeText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '?')
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** Whether a text can be the name of an element, without a prefix. */
export function isElementName(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}\p{M}_.·-]*$/u.test(text);
}
