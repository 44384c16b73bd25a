import type { Picture, PictureNode } from '../picture';

/**
 * The nodes before and after a node on the arrows, with itself. Where arrows part, those are followed that lead to what
 * the node follows from, or what follows from it: a path leads to its own consumer, though all paths lead to one port.
 */
export function related({ nodes, edges }: Picture, id: string): ReadonlySet<string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const start = byId.get(id);
  const narrowed = (ids: readonly string[]): readonly string[] => {
    const own = ids.filter((each) => follows(start, byId.get(each)));
    return own.length > 0 ? own : ids;
  };
  const back = walk(id, (at) => narrowed(edges.filter(({ to }) => to === at).map(({ from }) => from)));
  const forth = walk(id, (at) => narrowed(edges.filter(({ from }) => from === at).map(({ to }) => to)));
  return new Set([...back, ...forth]);
}

/** Whether one of two nodes follows from lines of the other one. */
function follows(a: PictureNode | undefined, b: PictureNode | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a.spans.some((x) =>
    b.spans.some((y) => {
      const [own, other] = x.isOwn ? [x, y] : [y, x];
      return own.isOwn && !other.isOwn && own.file === other.file && own.from <= other.from && other.to <= own.to;
    }),
  );
}

function walk(start: string, next: (id: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set([start]);
  // A set is walked with what is added on the way.
  for (const id of seen) for (const each of next(id)) seen.add(each);
  return seen;
}
