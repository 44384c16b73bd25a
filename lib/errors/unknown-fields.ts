import { nearMatches } from './near-matches';
import type { PropProblem } from './props-error';

/** Every field of a type; one that is added to the type does not compile until it is here. */
export type FieldsOf<T> = Readonly<Record<keyof Required<T>, true>>;

/**
 * The fields that do not exist. The compiler finds them too, but a synth does not wait for it.
 * @param prefix what to put before their names: the path of the object, with a dot
 */
export function unknownFields(value: object, known: readonly string[], prefix = ''): PropProblem[] {
  return Object.entries(value)
    .filter(([name, given]) => given !== undefined && !known.includes(name))
    .map(([name, given]: [string, unknown]) => {
      const near = nearMatches(name, known).map((candidate) => `'${candidate}'`);
      const expected = near.length === 0 ? 'no such prop' : `no such prop; did you mean ${near.join(' or ')}?`;
      return { field: `${prefix}${name}`, value: given, expected };
    });
}
