import type { Picture, PictureEdge, PictureNode } from '../../lib';

/** A node with what a test says of it. */
export function aNode(id: string, more: Partial<PictureNode> = {}): PictureNode {
  return { id, kind: 'step', label: id, lines: [], isGroup: false, spans: [], fields: [], findings: [], ...more };
}

/** A picture of nodes and of arrows such as `a b` or `a b calls`. */
export function aPicture(nodes: readonly PictureNode[], arrows: readonly string[] = []): Picture {
  const edges = arrows.map((arrow): PictureEdge => {
    const [from = '', to = '', label] = arrow.split(' ');
    return { from, to, ...(label !== undefined && { label }) };
  });
  return { title: 'a picture', nodes, edges, fields: [], files: {} };
}
