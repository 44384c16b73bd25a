import type { Fix } from '../../findings';
import type { Edit } from './edits';
import type { ElementRange } from './element-ranges';

/** What a change of adapter.xml does to the element at an offset; none where there is no one right answer after all. */
export function fixElement(
  text: string,
  elements: readonly ElementRange[],
  { offset, fix }: { readonly offset: number; readonly fix: Fix },
): Edit | undefined {
  if (fix.kind === 'destination') {
    const element = elements.find(({ start }) => start === offset);
    return element === undefined ? undefined : replaceDestination(text, element, fix);
  }
  if (fix.kind !== 'trim') return undefined;
  const element =
    elements.find(({ start }) => start === offset) ??
    elements.find(
      ({ contentStart, contentEnd }) => contentStart <= offset && offset < contentEnd && contentStart < contentEnd,
    );
  return element === undefined ? undefined : trimContent(text, innermost(element, offset));
}

function innermost(element: ElementRange, offset: number): ElementRange {
  const inner = element.children.find(({ start, end }) => start <= offset && offset < end);
  return inner === undefined ? element : innermost(inner, offset);
}

function trimContent(text: string, { contentStart, contentEnd, children }: ElementRange): Edit | undefined {
  const content = text.slice(contentStart, contentEnd);
  // Beside comments and CDATA the blanks may be anywhere.
  if (children.length > 0 || content.includes('<') || content.trim() === '') return undefined;
  return { start: contentStart, end: contentEnd, text: content.trim() };
}

type DestinationFix = Extract<Fix, { kind: 'destination' }>;

/** Forms of a destination that say no more than a text. */
const constants = ['configured-consume-destination', 'configured-produce-destination'];

function replaceDestination(text: string, element: ElementRange, fix: DestinationFix): Edit | undefined {
  const { parent, start, end } = element;
  const taken = parent?.children.map(({ name }) => name) ?? [];
  if (taken.includes(fix.field) || text.slice(start, end).includes('<!--')) return undefined;
  const values =
    element.attributes.get('class') === 'metadata-destination' ? keyOf(text, element) : constantOf(text, element);
  if (values === undefined) return undefined;
  const { value, filter } = values;
  const elements = [`<${fix.field}>${value}</${fix.field}>`];
  if (filter !== undefined && filter !== '') {
    if (fix.filter === undefined || taken.includes(fix.filter)) return undefined;
    elements.push(`<${fix.filter}>${filter}</${fix.filter}>`);
  }
  return { start, end, text: elements.join(lineBreak(text, start)) };
}

interface Values {
  readonly value: string;
  readonly filter?: string;
}

function constantOf(text: string, element: ElementRange): Values | undefined {
  if (!constants.includes(element.attributes.get('class') ?? '')) return undefined;
  const texts = textsOf(text, element, ['destination', 'filter-expression']);
  const value = texts?.get('destination') ?? '';
  const filter = texts?.get('filter-expression');
  return value === '' ? undefined : { value, ...(filter === undefined ? {} : { filter }) };
}

function keyOf(text: string, element: ElementRange): Values | undefined {
  const key = textsOf(text, element, ['key'])?.get('key') ?? '';
  return key === '' ? undefined : { value: `%message{${key}}` };
}

/** The texts of the children as they are written; none where there are others than these, or one has elements. */
function textsOf(text: string, { children }: ElementRange, names: readonly string[]): Map<string, string> | undefined {
  const found = children.map(({ name }) => name);
  const isPlain = children.every((child) => names.includes(child.name) && child.children.length === 0);
  if (!isPlain || new Set(found).size !== found.length) return undefined;
  return new Map(children.map((child) => [child.name, text.slice(child.contentStart, child.contentEnd).trim()]));
}

/** The end of a line as the file has it, and the indentation of the line that an offset is in. */
function lineBreak(text: string, offset: number): string {
  const line = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const indentation = /^[ \t]*/.exec(text.slice(line, offset))?.[0] ?? '';
  return (/\r\n|\n|\r/.exec(text)?.[0] ?? '\n') + indentation;
}
