import type { Finding, Located } from '../../findings';
import type { PictureEdge, PictureField, PictureFinding, PictureNode, Span } from '../../picture';
import type { Explanation } from '../../origins';
import { sourceText } from '../../origins';

/** What is said of a node when it is drawn. */
export type NewNode = Pick<PictureNode, 'id' | 'kind' | 'label'> &
  Partial<Pick<PictureNode, 'lines' | 'group' | 'isGroup'>>;

/** So many sources of a field are named. */
const SOURCES = 8;

interface Drawn {
  readonly node: NewNode;
  readonly spans: Span[];
  readonly fields: Set<number>;
  readonly findings: PictureFinding[];
}

/** A picture in the making: nodes and edges, and what comes to stand where. */
export class Drawing {
  private readonly drawn = new Map<string, Drawn>();
  private readonly lines = new Map<string, PictureEdge>();
  private readonly indexes = new Map<Explanation, number>();
  /** The fields that nodes show. */
  public readonly fields: PictureField[] = [];

  /** Adds a node; one of that id that is there already stays. Returns the id. */
  public add(node: NewNode, ...spans: readonly Span[]): string {
    const known = this.drawn.get(node.id);
    if (known === undefined) this.drawn.set(node.id, { node, spans: [...spans], fields: new Set(), findings: [] });
    else known.spans.push(...spans);
    return node.id;
  }

  /** Whether there is a node of that id. */
  public has(id: string): boolean {
    return this.drawn.has(id);
  }

  /** Adds an arrow; two of the same direction are one. */
  public connect(from: string, to: string, label?: string): void {
    const key = `${from} ${to} ${label ?? ''}`;
    this.lines.set(key, { from, to, ...(label === undefined ? {} : { label }) });
  }

  /** Whether an arrow leads to a node. */
  public isReached(id: string): boolean {
    return [...this.lines.values()].some(({ to }) => to === id);
  }

  /** Shows a field of a manifest at a node, once. */
  public explain(id: string, explanation: Explanation): void {
    this.drawn.get(id)?.fields.add(this.indexOf(explanation));
  }

  private indexOf(explanation: Explanation): number {
    const known = this.indexes.get(explanation);
    if (known !== undefined) return known;
    const { kind, name, field, value, sources, why = '' } = explanation;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const index = this.fields.push({ object: `${kind} ${name}`, field, value: text, from: textOf(sources), why }) - 1;
    this.indexes.set(explanation, index);
    return index;
  }

  /** Shows the lines of a place at a node that has no lines of its own there. */
  public showPlace(id: string, { file, line }: Located): void {
    const spans = this.drawn.get(id)?.spans;
    if (spans === undefined || line === undefined) return;
    if (!spans.some((each) => each.file === file && each.from <= line && line <= each.to))
      spans.push({ file, from: line, to: line, isOwn: false });
  }

  /** Marks a node with a finding. */
  public mark(id: string, { severity, rule, message, file, line, column }: Finding): void {
    const at = [file, line, column].filter((part) => part !== undefined).join(':');
    this.drawn.get(id)?.findings.push({ severity, text: `${at} ${severity}: ${message} (${rule})` });
  }

  public get nodes(): readonly PictureNode[] {
    return [...this.drawn.values()].map(({ node, fields, ...more }) => ({
      lines: [],
      isGroup: false,
      ...node,
      ...more,
      fields: [...fields],
    }));
  }

  public get edges(): readonly PictureEdge[] {
    return [...this.lines.values()];
  }
}

function textOf(sources: Explanation['sources']): string {
  const more = sources.length - SOURCES;
  return [...sources.slice(0, SOURCES).map(sourceText), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
