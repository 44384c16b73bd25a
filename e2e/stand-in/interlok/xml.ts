import { SaxesParser } from 'saxes';

/** An element of adapter.xml. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads a document. Throws an Error with line and column when it is not well-formed. */
export function readXml(document: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: { ...attributes }, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(document).close();
  const [element] = root.children;
  if (element === undefined) throw new Error('no element');
  return element;
}

/** The first element below `element` at a path of names, for example `consumer/path`. */
export function child(element: Element | undefined, path: string): Element | undefined {
  return path
    .split('/')
    .reduce<Element | undefined>((at, name) => at?.children.find((found) => found.name === name), element);
}

/** The text at a path, without white space around it. */
export function text(element: Element | undefined, path: string): string | undefined {
  return child(element, path)?.text.trim();
}
