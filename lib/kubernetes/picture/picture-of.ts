import type { Finding } from '../../findings';
import type { Flow, FlowReading } from '../../interlok';
import type { Picture } from '../../picture';
import { Drawing } from './drawing';
import { drawFlow } from './flow';
import type { ExplainedManifests } from './manifests';
import { innermost, partsOf } from './places';
import { drawPods } from './pods';
import { drawEgress, drawTraffic, trafficNodes } from './traffic';

/** What the picture of an adapter is made of. */
export interface AdapterParts extends ExplainedManifests, FlowReading {
  /** The name of its objects. */
  readonly name: string;
  readonly findings: readonly Finding[];
}

/** What objects are called and find each other by, which says nothing of a part of the adapter. */
const NAMES =
  /^metadata\.(?:labels|name|namespace)|^spec\.(?:selector|podSelector|template\.metadata\.labels)|labelSelector/;

/** The picture of an adapter in its surroundings. */
export function pictureOf(parts: AdapterParts): Picture {
  const { name, flow, findings, explanations } = parts;
  const drawing = new Drawing();
  drawTraffic(drawing, parts, entrancesOf(flow));
  const { frame, process } = drawPods(drawing, parts);
  if (flow !== undefined) drawFlow(drawing, flow, frame);
  drawEgress(drawing, parts, process);

  const partAt = innermost(flow === undefined ? [] : partsOf(flow));
  for (const explanation of explanations) {
    if (explanation.sources.length === 0 || NAMES.test(explanation.field)) continue;
    const node = trafficNodes(explanation).find((id) => drawing.has(id)) ?? process;
    drawing.explain(node, explanation);
    for (const source of explanation.sources) {
      if (source.kind !== 'place') continue;
      drawing.showPlace(node, source.at);
      const part = partAt(source.at);
      if (part !== undefined) drawing.explain(part.key, explanation);
    }
  }
  for (const finding of findings) drawing.mark(partAt(finding)?.key ?? process, finding);

  const { nodes, edges, fields } = drawing;
  const files = new Set(nodes.flatMap(({ spans }) => spans.map(({ file }) => file)));
  const texts = [...files].flatMap((file) => {
    const text = parts.textOf(file);
    return text === undefined ? [] : [[file, text] as const];
  });
  return { title: name, nodes, edges, fields, files: Object.fromEntries(texts) };
}

function entrancesOf(flow: Flow | undefined): ReadonlyMap<number, readonly string[]> {
  const entrances = new Map<number, string[]>();
  for (const { key, listens } of flow?.connections ?? [])
    if (listens !== undefined) entrances.set(listens.port, [...(entrances.get(listens.port) ?? []), key]);
  return entrances;
}
