import type { XmlElement } from '../xml';

/**
 * The element that a `reference` names: an absolute path (`/adapter/shared-components`) or one relative to the element that has
 * the attribute (`../consume-connection`, `../a[2]`). Undefined where there is none, or only a later one: XStream keeps what it
 * has read so far.
 *
 * @see com.thoughtworks.xstream.core.ReferenceByXPathUnmarshaller
 */
export function referenced(element: XmlElement, path: string): XmlElement | undefined {
  let current: XmlElement | undefined = path.startsWith('/') ? undefined : element;
  let isAtTop = path.startsWith('/');
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step === '..') {
      current = current?.parent;
      isAtTop = current === undefined;
    } else if (isAtTop) {
      const root = rootOf(element);
      current = root.name === nameOf(step) ? root : undefined;
      isAtTop = false;
    } else current = current?.childrenNamed(nameOf(step))[indexOf(step)];
    if (current === undefined && !isAtTop) return undefined;
  }
  return current !== undefined && current.offset < element.offset ? current : undefined;
}

function nameOf(step: string): string {
  return step.replace(/\[\d+\]$/, '');
}

function indexOf(step: string): number {
  const index = /\[(\d+)\]$/.exec(step)?.[1];
  return index === undefined ? 0 : Number(index) - 1;
}

function rootOf(element: XmlElement): XmlElement {
  let root = element;
  while (root.parent !== undefined) root = root.parent;
  return root;
}
