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

/** Where arrows lead: from left to right, or downward. */
export type Direction = 'right' | 'down';

/** Places the boxes of a picture so that arrows cross as little as can be. */
export function layoutOf(picture: Picture, direction: Direction = 'right'): Layout {
  const { graphlib, layout } = layoutLibrary();
  const graph = new graphlib.Graph({ compound: true, multigraph: true });
  graph.setGraph({
    rankdir: direction === 'right' ? 'LR' : 'TB',
    nodesep: 24,
    ranksep: direction === 'right' ? 44 : 56,
    edgesep: picture.nodes.length > 60 ? 18 : 30,
    marginx: 16,
    marginy: 28,
  });
  const filled = new Set(picture.nodes.map(({ group }) => group));
  for (const node of picture.nodes)
    graph.setNode(node.id, isFrame(node, filled) ? {} : sizeOf(node, narrowFrame(picture, node, direction)));
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
  // Which side is up is all the same to the library: what comes first in the file is to stand above, or on the left.
  const isMirrored = isBackward(placed, direction);
  const mirror = ({ x, y }: Point): Point => {
    if (!isMirrored) return { x, y };
    return direction === 'right' ? { x, y: height - y } : { x: width - x, y };
  };
  const arrows = picture.edges.map((edge, index): Arrow => {
    const { points = [], x, y } = graph.edge(edge.from, edge.to, String(index));
    const hasLabel = edge.label !== undefined && x !== undefined && y !== undefined;
    return { edge, points: points.map(mirror), ...(hasLabel && { label: mirror({ x, y }) }) };
  });
  const boxes = placed.map((box) => {
    const { x, y } = mirror(box);
    return { ...box, x: x - box.width / 2, y: y - box.height / 2 };
  });
  return { width, height, boxes, arrows };
}

/** Whether more of the nodes that follow each other in a group stand before the last one than behind it. */
function isBackward(placed: readonly (Box & { readonly node: PictureNode })[], direction: Direction): boolean {
  let balance = 0;
  const before = new Map<string | undefined, number>();
  for (const { node, x, y } of placed) {
    const at = direction === 'right' ? y : x;
    balance += Math.sign(at - (before.get(node.group) ?? at));
    before.set(node.group, at);
  }
  return balance < 0;
}

function isFrame({ id, isGroup }: PictureNode, filled: ReadonlySet<string | undefined>): boolean {
  return isGroup && filled.has(id);
}

/** The frame of a node that has no other one beside it: it is no wider than the node, and its title has to fit. */
function narrowFrame({ nodes, edges }: Picture, { group }: PictureNode, direction: Direction): PictureNode | undefined {
  if (group === undefined) return undefined;
  if (direction === 'down') return nodes.find((node) => node.id === group);
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
