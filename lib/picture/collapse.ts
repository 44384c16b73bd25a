import type { Picture, PictureEdge, PictureFinding, PictureNode } from './picture';

/** This many boxes can be taken in at a glance. */
const READABLE = 40;

/** What is folded first when there is too much: what is deepest inside. */
const FOLDED = ['workflow', 'ingress', 'channel'] as const;

/** The groups that are drawn as one box each, so that a large picture stays readable. */
export function foldedByDefault(picture: Picture): ReadonlySet<string> {
  const folded = new Set<string>();
  for (const kind of FOLDED) {
    if (collapse(picture, folded).nodes.filter(({ isGroup }) => !isGroup).length <= READABLE) break;
    for (const node of picture.nodes)
      if (node.isGroup && node.kind === kind && foldsTo(picture, node)) folded.add(node.id);
  }
  return folded;
}

/** A group with one box inside takes the same place folded. */
function foldsTo(picture: Picture, { id, kind }: PictureNode): boolean {
  const inside = picture.nodes.filter(({ group }) => group === id);
  return kind === 'channel' ? inside.length > 4 && picture.nodes.length > 600 : inside.length > 1;
}

/** The picture with groups drawn as one box, and the arrows of what is inside of them at that box. */
export function collapse(picture: Picture, folded: ReadonlySet<string>): Picture {
  const nodes = new Map(picture.nodes.map((node) => [node.id, node]));
  const shown = (id: string): string => {
    let outermost = id;
    for (let node = nodes.get(id); node !== undefined; node = nodes.get(node.group ?? ''))
      if (folded.has(node.id)) outermost = node.id;
    return outermost;
  };
  const edges = new Map<string, PictureEdge>();
  for (const { from, to, label } of picture.edges) {
    const [start, end] = [shown(from), shown(to)];
    if (start === end) continue;
    const key = `${start} ${end}`;
    const labels = new Set([edges.get(key)?.label, label].flatMap((each) => each?.split(', ') ?? []));
    edges.set(key, { from: start, to: end, ...(labels.size === 0 ? {} : { label: [...labels].join(', ') }) });
  }
  const inside = findingsInside(picture, shown);
  return {
    ...picture,
    nodes: picture.nodes
      .filter(({ id }) => shown(id) === id)
      .map((node) => (folded.has(node.id) ? { ...node, isGroup: false, findings: inside.get(node.id) ?? [] } : node)),
    edges: [...edges.values()],
  };
}

/** What was found inside of each folded group, which is marked on its box. */
function findingsInside({ nodes }: Picture, shown: (id: string) => string): ReadonlyMap<string, PictureFinding[]> {
  const inside = new Map<string, PictureFinding[]>();
  for (const { id, findings } of nodes) {
    const known = inside.get(shown(id)) ?? [];
    known.push(...findings);
    inside.set(shown(id), known);
  }
  return inside;
}
