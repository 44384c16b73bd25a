import type { Located } from '../findings';

/** Where a value comes from. */
export type Source =
  /** A place in a file of the configuration, and what stands there. */
  | { readonly kind: 'place'; readonly at: Located; readonly says?: string }
  /** A prop that somebody gave. */
  | { readonly kind: 'prop'; readonly prop: string }
  /** What a prop is when nobody gives it. */
  | { readonly kind: 'default'; readonly prop: string };

/** Why a field of a manifest is what it is. */
export interface Origin {
  /**
   * The field, for example `spec.replicas`. It speaks of all that is below, as far as no longer one does. An entry of a list
   * is told by its number, or by its name, mount, host, or type and path: `containers[interlok]`, `paths[Exact /a]`.
   */
  readonly field: string;
  /** At least one. */
  readonly sources: readonly Source[];
  /** One sentence, without a full stop. */
  readonly why: string;
}

/** A place in the configuration. */
export function place({ file, line, column }: Located, says?: string): Source {
  const at = { file, ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
  return { kind: 'place', at, ...(says !== undefined && { says }) };
}

/** A prop, or its default where it is not given. */
export function propOf(prop: string, value: unknown): Source {
  return { kind: value === undefined ? 'default' : 'prop', prop };
}
