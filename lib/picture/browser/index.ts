/* The program of the page: bundled into page-script.ts. */
import { foldedByDefault } from '../collapse';
import type { Picture, PictureNode } from '../picture';
import { Canvas } from './canvas';
import { detailsOf } from './details';
import { button, element } from './elements';
import { searchField } from './search';

const pictures = JSON.parse(document.getElementById('data')?.textContent ?? '[]') as readonly Picture[];
const hint = element(
  'p',
  { className: 'soft' },
  'Pick a box: its lines and what of the manifests follows from it. A double click opens and folds a group.',
);
const details = element('aside', { ariaLabel: 'details' });
const canvas = new Canvas(choose, (id) => toggle(id));

let [picture] = pictures as [Picture, ...Picture[]];
let folded = new Set<string>();

function show(next: Picture): void {
  picture = next;
  fold(foldedByDefault(picture));
  canvas.fit();
  details.replaceChildren(hint);
}

function fold(next: ReadonlySet<string>): void {
  folded = new Set(next);
  canvas.draw(picture, folded);
}

function refold(next: ReadonlySet<string>): void {
  fold(next);
  canvas.fit();
}

function toggle(id: string): void {
  if (!nodeOf(id)?.isGroup) return;
  const next = new Set(folded);
  if (!next.delete(id)) next.add(id);
  fold(next);
  choose(id);
}

function choose(id: string): void {
  const node = nodeOf(id);
  if (node === undefined) return;
  const toField = (index: number): (() => void) | undefined => nextWithField(node, index);
  details.replaceChildren(...detailsOf(picture, node, { toLine: chooseLine, toField }));
  if (node.isGroup) {
    const text = folded.has(id) ? 'open' : 'fold';
    details.prepend(button(text, 'a double click does the same', () => toggle(id)));
  }
  details.scrollTop = 0;
  canvas.mark(id);
}

/** What chooses the next one of the nodes that show a field, from one of them to the other. */
function nextWithField(node: PictureNode, index: number): (() => void) | undefined {
  const all = picture.nodes.filter(({ fields }) => fields.includes(index));
  const next = all[(all.indexOf(node) + 1) % all.length];
  return next === undefined || next === node ? undefined : () => reveal(next.id);
}

/** Opens what a node is folded into, and chooses it. */
function reveal(id: string): void {
  const next = new Set(folded);
  for (let node = nodeOf(nodeOf(id)?.group); node !== undefined; node = nodeOf(node.group)) next.delete(node.id);
  if (next.size !== folded.size) fold(next);
  choose(id);
}

/** Chooses the smallest node that a line belongs to. */
function chooseLine(file: string, line: number): void {
  const sizes = picture.nodes.flatMap((node) =>
    node.spans
      .filter((span) => span.isOwn && span.file === file && span.from <= line && line <= span.to)
      .map((span) => ({ node, size: span.to - span.from })),
  );
  // Of those of the same lines the inner one comes last.
  const smallest = sizes.findLast(({ size }) => size === Math.min(...sizes.map((each) => each.size)));
  if (smallest !== undefined) reveal(smallest.node.id);
}

function nodeOf(id: string | undefined): PictureNode | undefined {
  return picture.nodes.find((node) => node.id === id);
}

function nextTheme(): void {
  const root = document.documentElement;
  const isDark = root.dataset['theme'] ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  root.dataset['theme'] = isDark === 'dark' ? 'light' : 'dark';
}

function chooser(): Node {
  if (pictures.length === 1) return element('h1', {}, picture.title);
  const select = element('select', { ariaLabel: 'adapter' });
  select.append(...pictures.map(({ title }, index) => element('option', { value: String(index) }, title)));
  select.addEventListener('change', () => show(pictures[Number(select.value)] ?? picture));
  return select;
}

const groups = (): readonly string[] =>
  picture.nodes.filter(({ isGroup, kind }) => isGroup && kind !== 'pods').map(({ id }) => id);

document.body.append(
  element(
    'header',
    {},
    chooser(),
    searchField(
      () => picture,
      (id) => reveal(id),
    ),
    button('−', 'smaller', () => canvas.zoom(1 / 1.25)),
    button('+', 'larger', () => canvas.zoom(1.25)),
    button('fit', 'the whole picture', () => canvas.fit()),
    button('open all', 'every group with what is inside', () => refold(new Set())),
    button('fold all', 'every group as one box', () => refold(new Set(groups()))),
    button('light / dark', 'the other colours', nextTheme),
  ),
  element('main', {}, canvas.element, details),
);
show(picture);
