import type { Picture, PictureField, PictureNode, Span } from '../picture';
import { button, element } from './elements';

/** Lines before and after those of a node. */
const AROUND = 2;

/** What leads from the details of a node to other nodes. */
export interface Ways {
  readonly toLine: (file: string, line: number) => void;
  /** To another node that shows the same field. @default - no other one does */
  readonly toField: (index: number) => (() => void) | undefined;
}

/** What the side of the page shows of a node: what was found, its lines and the fields of manifests that follow from it. */
export function detailsOf({ fields, files }: Picture, node: PictureNode, ways: Ways): readonly Node[] {
  return [
    element('h2', {}, node.label),
    element('div', { className: 'soft' }, node.lines.join(' · ')),
    ...findings(node),
    ...node.spans.map((span) =>
      linesOf(span, Object.hasOwn(files, span.file) ? files[span.file] : undefined, ways.toLine),
    ),
    ...(node.fields.length === 0 ? [] : [element('h3', {}, 'In the manifests')]),
    ...fieldsOf(fields, node.fields, ways.toField),
  ];
}

function findings({ findings: all }: PictureNode): readonly Node[] {
  const items = all.map(({ severity, text }) => element('li', { className: severity }, text));
  return items.length === 0 ? [] : [element('ul', { className: 'findings' }, ...items)];
}

function linesOf(
  { file, from, to }: Span,
  text: string | undefined,
  chooseLine: (file: string, line: number) => void,
): Node {
  const place = from === to ? `${file}:${from}` : `${file}:${from} to ${to}`;
  const all = (text ?? '').split(/\r\n|\n|\r/);
  const first = Math.max(1, from - AROUND);
  const shown = text === undefined ? [] : all.slice(first - 1, to + AROUND);
  const lines = shown.map((line, index) => {
    const number = first + index;
    const made = button(line, `what is at line ${number}`, () => chooseLine(file, number));
    made.prepend(element('b', {}, String(number)));
    if (number >= from && number <= to) made.className = 'own';
    return made;
  });
  return element('section', {}, element('h3', {}, place), element('div', { className: 'lines' }, ...lines));
}

function fieldsOf(
  fields: readonly PictureField[],
  indexes: readonly number[],
  toField: Ways['toField'],
): readonly Node[] {
  const tables = new Map<string, HTMLElement[]>();
  for (const index of indexes) {
    const field = fields[index];
    if (field === undefined) continue;
    const rows = tables.get(field.object) ?? [];
    rows.push(rowOf(field, toField(index)));
    tables.set(field.object, rows);
  }
  return [...tables].map(([object, rows]) =>
    element('table', {}, element('caption', {}, object), element('tbody', {}, ...rows)),
  );
}

function rowOf({ field, value, from, why }: PictureField, lead: (() => void) | undefined): HTMLElement {
  const name = lead === undefined ? element('span') : button('', 'what else has to do with it', lead);
  name.append(element('code', {}, field));
  return element(
    'tr',
    {},
    element('td', {}, name),
    element('td', {}, element('code', {}, value.length > 300 ? `${value.slice(0, 300)}…` : value)),
    element('td', {}, element('code', {}, from), element('div', { className: 'soft' }, why)),
  );
}
