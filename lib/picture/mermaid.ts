import type { Picture, PictureNode } from './picture';

/** Writes a picture as a flowchart of Mermaid, which pull requests and wikis show as a drawing. */
export function formatMermaid({ nodes, edges }: Picture): string {
  const children = (group: string | undefined): readonly PictureNode[] => nodes.filter((each) => each.group === group);
  const lines = (group: string | undefined, indent: string): readonly string[] =>
    children(group).flatMap((node) => {
      const inside = node.isGroup ? lines(node.id, `${indent}  `) : [];
      if (inside.length === 0) return [`${indent}${node.id}${shape(node)}`];
      return [`${indent}subgraph ${node.id}["${textOf(node, ' · ')}"]`, ...inside, `${indent}end`];
    });
  const marked = (severity: string): string =>
    nodes
      .filter(({ findings }) => worst(findings) === severity)
      .map(({ id }) => id)
      .join(',');
  const classes = [
    ['error', 'stroke:#d1242f,stroke-width:3px'],
    ['warning', 'stroke:#bf8700,stroke-width:3px'],
  ].flatMap(([severity = '', style = '']) => {
    const ids = marked(severity);
    return ids === '' ? [] : [`  classDef ${severity} ${style}`, `  class ${ids} ${severity}`];
  });
  const arrows = edges.map(
    ({ from, to, label }) => `  ${from} -->${label === undefined ? '' : `|"${escaped(label)}"|`} ${to}`,
  );
  return `${['flowchart LR', ...lines(undefined, '  '), ...arrows, ...classes].join('\n')}\n`;
}

function worst(findings: PictureNode['findings']): string | undefined {
  if (findings.length === 0) return undefined;
  return findings.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
}

function shape(node: PictureNode): string {
  const text = `"${textOf(node, '<br/>')}"`;
  if (node.kind === 'files') return `[(${text})]`;
  if (node.kind === 'policy') return `{{${text}}}`;
  return node.kind === 'outside' ? `([${text}])` : `[${text}]`;
}

function textOf({ label, lines }: PictureNode, between: string): string {
  return [label, ...lines].map(escaped).join(between);
}

/** Text that neither ends a string of Mermaid's nor is taken for HTML or Markdown. */
function escaped(text: string): string {
  return text.replace(/[#"<>&`*_[\]{}|\\]/g, (character) => `#${character.codePointAt(0)};`).replace(/\s+/g, ' ');
}
