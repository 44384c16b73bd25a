/** An element with its content; text is never read as HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...content);
  return made;
}

/** A button that does something. */
export function button(text: string, title: string, onclick: () => void): HTMLButtonElement {
  return element('button', { type: 'button', title, onclick }, text);
}
