import type { Picture, PictureNode } from '../picture';
import { button, element } from './elements';

/** So many results are shown. */
const MOST = 30;

/** The nodes that hold a text: in what they show, their fields or what was found. */
export function nodesWith({ nodes, fields }: Picture, text: string): readonly PictureNode[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const holds = (each: string): boolean => each.toLowerCase().includes(wanted);
  const byLabel = nodes.filter(({ label, lines }) => [label, ...lines].some(holds));
  const found = new Set(fields.flatMap(({ field, value }, index) => (holds(field) || holds(value) ? [index] : [])));
  const byContent = nodes.filter(
    (node) =>
      !byLabel.includes(node) &&
      (node.fields.some((index) => found.has(index)) || node.findings.some((each) => holds(each.text))),
  );
  return [...byLabel, ...byContent].slice(0, MOST);
}

/** The field for a search, with its results below. */
export function searchField(picture: () => Picture, choose: (id: string) => void): HTMLElement {
  const results = element('ul', { className: 'results' });
  const field = element('input', { type: 'search', placeholder: 'search', ariaLabel: 'search' });
  const clear = (): void => results.replaceChildren();
  const pick = ({ id }: PictureNode): void => {
    clear();
    choose(id);
  };
  field.addEventListener('input', () => {
    const found = nodesWith(picture(), field.value);
    results.replaceChildren(
      ...found.map((node) => {
        const made = button(node.label, node.kind, () => pick(node));
        made.append(' ', element('span', { className: 'soft' }, [node.kind, ...node.lines].join(' · ')));
        return element('li', {}, made);
      }),
    );
  });
  field.addEventListener('keydown', (event) => {
    const [first] = nodesWith(picture(), field.value);
    if (event.key === 'Enter' && first !== undefined) pick(first);
    if (event.key === 'Escape') clear();
  });
  return element('div', { className: 'search' }, field, results);
}
