import type { PropProblem } from '../errors';
import type { HaproxyBackend } from './haproxy-backend';
import type { IngressDialect, IngressOptions } from './ingress-options';

/** What a dialect makes of the options. */
export interface Rendered {
  readonly ingressAnnotations: Readonly<Record<string, string>>;
  readonly serviceAnnotations: Readonly<Record<string, string>>;
  /** Options that the controller cannot do, each with the alternative. They stop the synth. */
  readonly problems: readonly PropProblem[];
}

/** The annotations of an object, each with the options that it is made of. */
export type OptionsBehind = Readonly<Record<string, readonly (keyof IngressOptions)[]>>;

/** How one ingress controller wants to be told: annotation names, their values and the object they belong on. */
export interface Dialect {
  readonly name: IngressDialect;
  /** The controller's repository and release, for messages and documentation. */
  readonly controller: string;
  /** The IngressClass when the options name none. */
  readonly defaultIngressClassName: string;
  /**
   * The annotations for the options, which must have passed `validateIngressOptions`.
   * @param options what the user wrote
   * @param backend what is behind the Service
   * @param field path of the options in the user's props, for problems; `ingress` by default
   */
  render(options: IngressOptions, backend: HaproxyBackend, field?: string): Rendered;
  /** Which options the annotations that {@link render} gives are made of, defaults among them. */
  optionsBehind(
    options: IngressOptions,
    backend: HaproxyBackend,
  ): { readonly ingress: OptionsBehind; readonly service: OptionsBehind };
}
