import { columnsSpanned } from './columns';
import { layoutLibrary } from './layout-library';
import type { Picture, PictureEdge, PictureNode } from './picture';

/** Widths of a character: the fonts are such that all have the same. */
const CHARACTER = { label: 7.3, line: 6.7 };
const LINE_HEIGHT = 15;
const LONGEST = 44;

/** A rectangle; `x` and `y` are its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture with a place for everything. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Groups before what is in them. */
  readonly boxes: readonly (Box & { readonly node: PictureNode })[];
  readonly arrows: readonly Arrow[];
}

/** An edge as a line, and where its label stands. */
export interface Arrow {
  readonly edge: PictureEdge;
  readonly points: readonly Point[];
  readonly label?: Point;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a box shows of a text. */
export function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

/** Places the boxes of a picture from left to right, so that arrows cross as little as can be. */
export function layoutOf(picture: Picture): Layout {
  const { graphlib, layout } = layoutLibrary();
  const graph = new graphlib.Graph({ compound: true, multigraph: true });
  graph.setGraph({
    rankdir: 'LR',
    nodesep: 24,
    ranksep: 44,
    edgesep: picture.nodes.length > 60 ? 18 : 30,
    marginx: 16,
    marginy: 28,
  });
  const filled = new Set(picture.nodes.map(({ group }) => group));
  for (const node of picture.nodes)
    graph.setNode(node.id, isFrame(node, filled) ? {} : sizeOf(node, narrowFrame(picture, node)));
  for (const { id, group } of picture.nodes) if (group !== undefined) graph.setParent(id, group);
  const spans = columnsSpanned(picture);
  for (const [index, { from, to, label }] of picture.edges.entries()) {
    const size =
      label === undefined ? {} : { width: label.length * CHARACTER.line + 8, height: LINE_HEIGHT, labelpos: 'c' };
    graph.setEdge(from, to, { ...size, minlen: spans[index] ?? 1 }, String(index));
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const placed = picture.nodes.map((node) => ({ node, x: 0, y: 0, width: 0, height: 0, ...graph.node(node.id) }));
  // Which side is up is all the same to the library: what comes first in the file is to stand above.
  const flip = isUpsideDown(placed) ? (y: number): number => height - y : (y: number): number => y;
  const arrows = picture.edges.map((edge, index): Arrow => {
    const { points = [], x, y } = graph.edge(edge.from, edge.to, String(index));
    const label = edge.label !== undefined && x !== undefined && y !== undefined ? { label: { x, y: flip(y) } } : {};
    return { edge, points: points.map((point) => ({ x: point.x, y: flip(point.y) })), ...label };
  });
  const boxes = placed.map((box) => ({ ...box, x: box.x - box.width / 2, y: flip(box.y) - box.height / 2 }));
  return { width, height, boxes, arrows };
}

/** Whether more of the nodes that follow each other in a group stand above the one before than below. */
function isUpsideDown(placed: readonly (Box & { readonly node: PictureNode })[]): boolean {
  let balance = 0;
  const before = new Map<string | undefined, number>();
  for (const { node, y } of placed) {
    balance += Math.sign(y - (before.get(node.group) ?? y));
    before.set(node.group, y);
  }
  return balance < 0;
}

function isFrame({ id, isGroup }: PictureNode, filled: ReadonlySet<string | undefined>): boolean {
  return isGroup && filled.has(id);
}

/** The frame of a node that is not before or after another one in it: its title is as wide as the node can be. */
function narrowFrame({ nodes, edges }: Picture, { group }: PictureNode): PictureNode | undefined {
  if (group === undefined) return undefined;
  const others = new Set(nodes.filter((node) => node.group === group).map((node) => node.id));
  const isAlone = !edges.some(({ from, to }) => others.has(from) && others.has(to));
  return isAlone ? nodes.find((node) => node.id === group) : undefined;
}

/** What the frame of a group says. */
export function frameTitle({ label, lines }: PictureNode): string {
  return [label, ...lines.slice(0, 1)].join(' · ');
}

function sizeOf({ label, lines }: PictureNode, frame: PictureNode | undefined): Pick<Box, 'width' | 'height'> {
  const widths = [
    shortened(label).length * CHARACTER.label,
    ...lines.map((line) => shortened(line).length * CHARACTER.line),
    frame === undefined ? 0 : frameTitle(frame).length * CHARACTER.label - 12,
  ];
  return { width: Math.ceil(Math.max(60, ...widths) + 22), height: 18 + LINE_HEIGHT * (1 + lines.length) };
}
