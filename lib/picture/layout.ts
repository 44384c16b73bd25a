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
export async function layoutOf(picture: Picture): Promise<Layout> {
  // Only who draws pays for loading it.
  const { graphlib, layout } = (await import('@dagrejs/dagre')) as unknown as Dagre;
  const graph = new graphlib.Graph({ compound: true, multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 24, ranksep: 44, edgesep: 12, marginx: 16, marginy: 28 });
  const filled = new Set(picture.nodes.map(({ group }) => group));
  for (const node of picture.nodes) graph.setNode(node.id, isFrame(node, filled) ? {} : sizeOf(node));
  for (const { id, group } of picture.nodes) if (group !== undefined) graph.setParent(id, group);
  for (const [index, { from, to, label }] of picture.edges.entries()) {
    const size =
      label === undefined ? {} : { width: label.length * CHARACTER.line + 8, height: LINE_HEIGHT, labelpos: 'c' };
    graph.setEdge(from, to, size, String(index));
  }
  layout(graph);
  const boxes = picture.nodes.map((node) => ({ node, ...cornerOf(graph.node(node.id)) }));
  const arrows = picture.edges.map((edge, index): Arrow => {
    const { points, x, y } = graph.edge(edge.from, edge.to, String(index));
    return { edge, points, ...(edge.label !== undefined && x !== undefined && y !== undefined && { label: { x, y } }) };
  });
  const { width = 0, height = 0 } = graph.graph();
  return { width, height, boxes, arrows };
}

/** What is used of the library: its own types import each other in a way that TypeScript does not follow from here. */
interface Dagre {
  readonly graphlib: { readonly Graph: new (options: { compound: boolean; multigraph: boolean }) => DagreGraph };
  readonly layout: (graph: DagreGraph) => void;
}

interface DagreGraph {
  setGraph(settings: Readonly<Record<string, number | string>>): void;
  setNode(id: string, size: Partial<Box>): void;
  setParent(id: string, group: string): void;
  setEdge(from: string, to: string, label: Partial<Box>, name: string): void;
  graph(): Partial<Box>;
  node(id: string): Placed;
  edge(
    from: string,
    to: string,
    name: string,
  ): { readonly points: readonly Point[]; readonly x?: number; readonly y?: number };
}

/** A box as the library has it: by its middle. */
type Placed = Box;

function cornerOf({ x, y, width, height }: Placed): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function isFrame({ id, isGroup }: PictureNode, filled: ReadonlySet<string | undefined>): boolean {
  return isGroup && filled.has(id);
}

function sizeOf({ label, lines }: PictureNode): Pick<Box, 'width' | 'height'> {
  const widths = [
    shortened(label).length * CHARACTER.label,
    ...lines.map((line) => shortened(line).length * CHARACTER.line),
  ];
  return { width: Math.ceil(Math.max(60, ...widths) + 22), height: 18 + LINE_HEIGHT * (1 + lines.length) };
}
