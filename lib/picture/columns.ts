import type { Picture, PictureEdge } from './picture';

/**
 * How many columns each arrow spans at least, so that what is outside of the outermost groups stands before or after them,
 * and not above or below: by index of the arrow.
 */
export function columnsSpanned({ nodes, edges }: Picture): readonly number[] {
  const groups = new Map(nodes.map(({ id, group }) => [id, group]));
  const outermost = (id: string): string | undefined => {
    let found: string | undefined;
    for (let group = groups.get(id); group !== undefined; group = groups.get(group)) found = group;
    return found;
  };
  const inside = edges.filter(({ from, to }) => outermost(from) !== undefined && outermost(from) === outermost(to));
  const columns = columnsOf(inside);
  const last = new Map<string | undefined, number>();
  for (const [id, column] of columns) last.set(outermost(id), Math.max(last.get(outermost(id)) ?? 0, column));
  return edges.map(({ from, to }) => {
    const [start, end] = [outermost(from), outermost(to)];
    if (start === end) return 1;
    const after = start === undefined ? 0 : (last.get(start) ?? 0) - (columns.get(from) ?? 0);
    const before = end === undefined ? 0 : (columns.get(to) ?? 0);
    return 1 + after + before;
  });
}

/** The column of each node that an arrow leads to or from: one behind the last of those before it. */
function columnsOf(edges: readonly PictureEdge[]): ReadonlyMap<string, number> {
  const before = new Map<string, string[]>();
  for (const { from, to } of edges) before.set(to, [...(before.get(to) ?? []), from]);
  const columns = new Map<string, number>();
  const column = (id: string): number => {
    const known = columns.get(id);
    if (known !== undefined) return known;
    columns.set(id, 0); // where arrows go round in a circle
    const own = Math.max(-1, ...(before.get(id) ?? []).map(column)) + 1;
    columns.set(id, own);
    return own;
  };
  for (const { from, to } of edges) [from, to].forEach(column);
  return columns;
}
