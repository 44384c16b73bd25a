import type { PropProblem } from '../errors';
import { type AnnotationPlaces, rightPlace } from './annotation-places';
import { type ServerParameter, Snippet, type SnippetSection } from './snippet';

/** Where a dialect writes a backend snippet, and where its controller reads annotations. */
interface Target {
  readonly places: AnnotationPlaces;
  /** The annotation of the snippet. */
  readonly annotation: string;
  /** What to do instead where snippets are not accepted. */
  readonly alternative: string;
}

/** Collects what the options of one Ingress become in a dialect. */
export class Draft {
  public readonly problems: PropProblem[] = [];
  private readonly ingress: Record<string, string> = {};
  private readonly service: Record<string, string> = {};
  private readonly snippet = new Snippet();
  private readonly user: Record<'ingress' | 'service', Record<string, string>> = { ingress: {}, service: {} };

  public constructor(
    private readonly prefix: string,
    private readonly target: Target,
    private readonly field: string,
    private readonly snippets: boolean,
  ) {}

  /** An annotation of the Ingress, named without the dialect's prefix. */
  public onIngress(name: string, value: string | number | boolean): void {
    this.ingress[this.prefix + name] = String(value);
  }

  /** An annotation of the Ingress that other controllers read, named in full. */
  public onIngressInFull(name: string, value: string): void {
    this.ingress[name] = value;
  }

  /** One more line of an annotation of the Ingress. */
  public lineOnIngress(name: string, line: string): void {
    const before = this.ingress[this.prefix + name];
    this.onIngress(name, before === undefined ? line : `${before}\n${line}`);
  }

  /** An annotation of the Service, named without the dialect's prefix. */
  public onService(name: string, value: string | number | boolean): void {
    this.service[this.prefix + name] = String(value);
  }

  /** Annotations as the user wrote them. They win, but not where the controller would ignore them. */
  public userAnnotations(object: 'ingress' | 'service', annotations: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(annotations)) {
      const expected = this.insteadOf(object, name);
      if (expected === undefined) this.user[object][name] = value;
      else this.problem(`annotations.${object}['${name}']`, value, expected);
    }
  }

  /** Lines that an option needs; `option` is undefined for a default, which gives way where there are no snippets. */
  public lines(section: SnippetSection, option: string | undefined, ...lines: readonly string[]): void {
    if (lines.length > 0 && this.accepts(option, lines.join(', '))) this.snippet.add(section, ...lines);
  }

  /** A parameter of all pods that an option needs; `option` as for lines. */
  public server(parameter: ServerParameter, option: string | undefined, value: string | number): void {
    if (this.accepts(option, value)) this.snippet.setServer(parameter, value);
  }

  /** An option that the controller cannot do. `option` is its path below the options. */
  public problem(option: string, value: unknown, expected: string): void {
    this.problems.push({ field: `${this.field}.${option}`, value, expected });
  }

  public get ingressAnnotations(): Readonly<Record<string, string>> {
    return sorted({ ...this.ingress, ...this.user.ingress });
  }

  public get serviceAnnotations(): Readonly<Record<string, string>> {
    const { lines } = this.snippet;
    const snippet = lines.length === 0 ? {} : { [this.prefix + this.target.annotation]: lines.join('\n') };
    return sorted({ ...this.service, ...snippet, ...this.user.service });
  }

  private insteadOf(object: 'ingress' | 'service', name: string): string | undefined {
    if (!name.startsWith(this.prefix)) return undefined;
    const key = name.slice(this.prefix.length);
    if (key === this.target.annotation) return 'lines in backendSnippet, which keeps those of the options';
    return rightPlace(this.target.places, object, key);
  }

  private accepts(option: string | undefined, value: unknown): boolean {
    if (!this.snippets && option !== undefined)
      this.problem(
        option,
        value,
        `nothing, for it needs a snippet and configSnippets is false; ${this.target.alternative}`,
      );
    return this.snippets;
  }
}

function sorted(record: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
