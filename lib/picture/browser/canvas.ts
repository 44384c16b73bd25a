import { collapse } from '../collapse';
import { layoutOf } from '../layout';
import type { Picture } from '../picture';
import { svgOf } from '../svg';
import { element } from './elements';
import { related } from './related';

/** The part of the page that shows the drawing: it can be moved, and made larger and smaller. */
export class Canvas {
  public readonly element = element('section', { id: 'canvas', ariaLabel: 'picture' });
  private x = 0;
  private y = 0;
  private scale = 1;
  private drawn: Picture | undefined;

  public constructor(choose: (id: string) => void, fold: (id: string) => void) {
    const nodeAt = (event: Event): string | undefined =>
      event.target instanceof Element ? event.target.closest<SVGElement>('.node')?.dataset['node'] : undefined;
    const withNode =
      (action: (id: string) => void) =>
      (event: Event): void => {
        const id = nodeAt(event);
        if (id !== undefined) action(id);
      };
    this.element.addEventListener('click', withNode(choose));
    this.element.addEventListener('dblclick', withNode(fold));
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') withNode(choose)(event);
      if (event.key === ' ') withNode(fold)(event);
    });
    this.element.addEventListener('wheel', (event) => {
      event.preventDefault();
      const { left, top } = this.element.getBoundingClientRect();
      this.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, event.clientX - left, event.clientY - top);
    });
    this.element.addEventListener('pointermove', (event) => {
      if (event.buttons === 0) return;
      this.move(this.x + event.movementX, this.y + event.movementY);
    });
  }

  /** Draws a picture with some of its groups folded. */
  public draw(picture: Picture, folded: ReadonlySet<string>): void {
    this.drawn = collapse(picture, folded);
    this.element.innerHTML = svgOf(this.drawn, layoutOf(this.drawn));
    for (const node of this.element.querySelectorAll<SVGElement>('.node')) node.tabIndex = 0;
    this.move(this.x, this.y);
  }

  /** Shows the whole drawing, though no smaller than can be read. */
  public fit(): void {
    const svg = this.svg;
    if (svg === null) return;
    const { clientWidth, clientHeight } = this.element;
    const [width, height] = [svg.width.baseVal.value, svg.height.baseVal.value];
    this.scale = Math.min(1.25, Math.max(0.5, Math.min(clientWidth / width, clientHeight / height)));
    // What is larger than the window is shown from its left, at the height of the first box.
    const first = this.element.querySelector<SVGGElement>('.node.outside')?.getBBox();
    const middle = first === undefined ? height / 2 : first.y + first.height / 2;
    const isTall = height * this.scale > clientHeight;
    this.move(
      Math.max(0, (clientWidth - width * this.scale) / 2),
      clientHeight / 2 - (isTall ? middle : height / 2) * this.scale,
    );
  }

  /** Makes the drawing larger or smaller around a point. @default - its middle */
  public zoom(by: number, x = this.element.clientWidth / 2, y = this.element.clientHeight / 2): void {
    const scale = Math.min(4, Math.max(0.05, this.scale * by));
    const actual = scale / this.scale;
    this.scale = scale;
    this.move(x - (x - this.x) * actual, y - (y - this.y) * actual);
  }

  /** Marks a node and what is before and after it; and moves there when it cannot be seen. */
  public mark(id: string | undefined): void {
    const near = id === undefined || this.drawn === undefined ? new Set<string>() : related(this.drawn, id);
    this.svg?.classList.toggle('dimmed', near.size > 1);
    for (const node of this.element.querySelectorAll<SVGElement>('.node')) {
      const own = node.dataset['node'] ?? '';
      node.classList.toggle('chosen', own === id);
      node.classList.toggle('near', near.has(own));
      if (own === id) this.reveal(node);
    }
    for (const edge of this.element.querySelectorAll<SVGElement>('.edge'))
      edge.classList.toggle('near', near.has(edge.dataset['from'] ?? '') && near.has(edge.dataset['to'] ?? ''));
  }

  private get svg(): SVGSVGElement | null {
    return this.element.querySelector('svg');
  }

  private reveal(node: SVGElement): void {
    const [own, all] = [node.getBoundingClientRect(), this.element.getBoundingClientRect()];
    const isSeen = own.left >= all.left && own.right <= all.right && own.top >= all.top && own.bottom <= all.bottom;
    const isLarger = own.width > all.width || own.height > all.height;
    if (isSeen || isLarger) return;
    this.move(
      this.x + (all.left + all.right - own.left - own.right) / 2,
      this.y + (all.top + all.bottom - own.top - own.bottom) / 2,
    );
  }

  private move(x: number, y: number): void {
    [this.x, this.y] = [x, y];
    const svg = this.svg;
    if (svg !== null) svg.style.transform = `translate(${x}px,${y}px) scale(${this.scale})`;
  }
}
