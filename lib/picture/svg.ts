import { type Arrow, type Box, frameTitle, type Layout, layoutOf, type Point, shortened } from './layout';
import type { Picture, PictureNode } from './picture';
import { pictureStyle } from './style';

/** So few boxes fit below each other; pages are higher than they are wide. */
const FEW = 16;

/** Writes a picture as an SVG that stands for itself: style, light and dark included, and no script. */
export function formatSvg(picture: Picture): string {
  const boxes = picture.nodes.filter(({ isGroup }) => !isGroup).length;
  return `${svgOf(picture, layoutOf(picture, boxes > FEW ? 'right' : 'down'))}\n`;
}

/** A picture with a place for everything, as the element `<svg>`. */
export function svgOf({ title }: Picture, { width, height, boxes, arrows }: Layout): string {
  const [w, h] = [width, height].map(Math.ceil);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<style>${pictureStyle}</style>`,
    '<defs><marker id="end" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto">',
    '<path d="M0 0 8 4 0 8z" class="arrowhead"/></marker></defs>',
    ...boxes.filter(({ node }) => node.isGroup).map(frame),
    ...arrows.map(arrow),
    ...boxes.filter(({ node }) => node.isGroup).map(frameLabel),
    ...boxes.filter(({ node }) => !node.isGroup).map(box),
    '</svg>',
  ].join('\n');
}

function frame({ node, x, y, width, height }: Box & { readonly node: PictureNode }): string {
  return group(node, [rect({ x, y: y - 2, width, height: height + 4 }), badge(node, x + width, y - 2)]);
}

/** The title of a frame, over the arrows that cross it. */
function frameLabel({ node, x, y, width }: Box & { readonly node: PictureNode }): string {
  const title = frameTitle(node);
  return text('label title', x + 8, y + 12, title.length * 7 > width ? cut(title, width) : title);
}

function box({ node, x, y, width, height }: Box & { readonly node: PictureNode }): string {
  return group(node, [
    rect({ x, y, width, height }),
    text('label', x + 11, y + 20, shortened(node.label)),
    ...node.lines.map((line, index) => text('line', x + 11, y + 35 + index * 15, shortened(line))),
    badge(node, x + width, y),
  ]);
}

function group(node: PictureNode, content: readonly string[]): string {
  const full = [node.label, ...node.lines, ...node.findings.map((each) => each.text)].join('\n');
  const start = `<g class="node ${node.kind}${node.isGroup ? ' group' : ''}" data-node="${node.id}">`;
  return [start, `<title>${escaped(full)}</title>`, ...content.filter((each) => each !== ''), '</g>'].join('');
}

function badge({ findings }: PictureNode, x: number, y: number): string {
  if (findings.length === 0) return '';
  const severity = findings.some((each) => each.severity === 'error') ? 'error' : 'warning';
  const at = `cx="${round(x)}" cy="${round(y)}"`;
  return `<circle class="badge ${severity}" ${at} r="9"/>${text('count', x, y + 4, String(findings.length))}`;
}

function arrow({ edge, points, label }: Arrow): string {
  const line = `<path class="edge" data-from="${edge.from}" data-to="${edge.to}" d="${curve(points)}" marker-end="url(#end)"/>`;
  return label === undefined || edge.label === undefined
    ? line
    : `${line}${text('edge-label', label.x, label.y + 4, edge.label)}`;
}

/** A line through the points without corners. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return '';
  const middles = rest.slice(0, -1).map((point, index): string => {
    const next = rest[index + 1] ?? last;
    const end = index === rest.length - 2 ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${at(point)} ${at(end)}`;
  });
  return `M${at(first)}${middles.length === 0 ? `L${at(last)}` : middles.join('')}`;
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function rect({ x, y, width, height }: Box): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="6"/>`;
}

function text(kind: string, x: number, y: number, content: string): string {
  return `<text class="${kind}" x="${round(x)}" y="${round(y)}">${escaped(content)}</text>`;
}

function cut(title: string, width: number): string {
  return `${title.slice(0, Math.max(4, Math.floor(width / 7.3) - 3))}…`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Text for XML: what no document may hold is left out. */
export function escaped(content: string): string {
  return content
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
