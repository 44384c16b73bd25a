import type { AnnotationPlaces } from './annotation-places';
import type { Dialect, Rendered } from './dialect';
import { Draft } from './draft';
import type { HaproxyBackend } from './haproxy-backend';
import type { IngressDialect, IngressOptions } from './ingress-options';

/** What a row sees beside its own option. */
export interface RowContext {
  readonly draft: Draft;
  readonly options: IngressOptions;
  readonly backend: HaproxyBackend;
}

/** What a dialect makes of one option; `value` is undefined where the user left it to the default. */
export type OptionRow<K extends keyof IngressOptions> = (value: IngressOptions[K], context: RowContext) => void;

/** One row for each option: an option without a row does not compile. */
export type OptionTable = { readonly [K in keyof Required<IngressOptions>]: OptionRow<K> };

/** What makes a dialect. */
export interface DialectDefinition {
  readonly name: IngressDialect;
  readonly controller: string;
  readonly defaultIngressClassName: string;
  /** Prefix of its annotations, with the slash. */
  readonly prefix: string;
  /** The annotation of the Service that carries the backend snippet. */
  readonly snippetAnnotation: string;
  /** What to do where snippets are not accepted. */
  readonly withoutSnippets: string;
  /** Where the controller reads which annotation. */
  readonly places: AnnotationPlaces;
  readonly rows: OptionTable;
}

/** A dialect that is a table of options. */
export abstract class TableDialect implements Dialect {
  public readonly name: IngressDialect;
  public readonly controller: string;
  public readonly defaultIngressClassName: string;
  /** One row for each option. */
  public readonly rows: OptionTable;

  protected constructor(private readonly definition: DialectDefinition) {
    this.name = definition.name;
    this.controller = definition.controller;
    this.defaultIngressClassName = definition.defaultIngressClassName;
    this.rows = definition.rows;
  }

  public render(options: IngressOptions, backend: HaproxyBackend, field = 'ingress'): Rendered {
    const draft = this.draft(options, field);
    for (const option of this.options) applyRow(this.rows, option, options[option], { draft, options, backend });
    const { ingressAnnotations, serviceAnnotations, problems } = draft;
    return { ingressAnnotations, serviceAnnotations, problems };
  }

  public optionsBehind(options: IngressOptions, backend: HaproxyBackend): ReturnType<Dialect['optionsBehind']> {
    const behind = { ingress: {}, service: {} } as Record<string, Record<string, (keyof IngressOptions)[]>>;
    for (const option of this.options) {
      const draft = this.draft(options, '');
      applyRow(this.rows, option, options[option], { draft, options, backend });
      for (const [object, annotations] of [
        ['ingress', draft.ingressAnnotations],
        ['service', draft.serviceAnnotations],
      ] as const)
        for (const name of Object.keys(annotations)) ((behind[object] ??= {})[name] ??= []).push(option);
    }
    return { ingress: behind['ingress'] ?? {}, service: behind['service'] ?? {} };
  }

  private get options(): readonly (keyof IngressOptions)[] {
    return Object.keys(this.rows) as (keyof IngressOptions)[];
  }

  private draft({ configSnippets }: IngressOptions, field: string): Draft {
    const { prefix, snippetAnnotation, withoutSnippets, places } = this.definition;
    const target = { annotation: snippetAnnotation, alternative: withoutSnippets, places };
    return new Draft(prefix, target, field, configSnippets ?? true);
  }
}

/** Pairs a row with the value of its own option, which the compiler follows through the shared type parameter. */
function applyRow<K extends keyof IngressOptions>(
  rows: OptionTable,
  option: K,
  value: IngressOptions[K],
  context: RowContext,
): void {
  rows[option](value, context);
}
