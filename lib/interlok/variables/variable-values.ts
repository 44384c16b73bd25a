import { unknownValue } from './unknown-value';
import { replaceVariables, type VariableMarks, variablesIn } from './variable-text';

/** Values by name; `undefined` as a value: it will be there, its value is not known. */
export type Variables = ReadonlyMap<string, string | undefined>;

/** Values with the variables inside of them replaced. */
export interface ExpandedValues {
  readonly values: ReadonlyMap<string, string>;
  /** Names whose value leads back to themselves; they keep the variable as it is. */
  readonly circular: readonly string[];
  readonly tooLarge: boolean;
}

/** The longest text that substitution may make, in UTF-16 code units. */
export const maximumLength = 16 * 1024 * 1024;

/**
 * Expands values as the pre-processors do: with each other first, then with each further source in order.
 *
 * @param mayBeThere whether a name that has no value may have one in the pod
 *
 * @see adaptris/interlok-variable-substitution:src/main/java/com/adaptris/core/varsub/VariableExpander.java
 */
export function expandValues(
  variables: Variables,
  marks: VariableMarks,
  further: readonly Variables[],
  mayBeThere: (name: string) => boolean = () => false,
): ExpandedValues {
  const values = new Map<string, string>();
  const circular = new Set<string>();
  const inProgress = new Set<string>();
  let budget = maximumLength;

  const lookup = (source: Variables, name: string): string | undefined =>
    source.has(name) ? (source.get(name) ?? unknownValue(name)) : undefined;

  const replace = (text: string, valueOf: (name: string) => string | undefined): string => {
    const replaced = replaceVariables(text, marks, valueOf, budget);
    if (replaced.tooLarge) budget = 0;
    return replaced.text;
  };
  const finish = (name: string, raw: string): void => {
    let text = replace(raw, (inner) => (inner === name ? undefined : values.get(inner)));
    for (const source of further) text = replace(text, (inner) => lookup(source, inner));
    text = replace(text, (inner) => (!variables.has(inner) && mayBeThere(inner) ? unknownValue(inner) : undefined));
    budget -= text.length;
    values.set(name, text);
    inProgress.delete(name);
  };

  for (const first of variables.keys()) {
    const stack = [first];
    for (let name = stack.at(-1); name !== undefined; name = stack.at(-1)) {
      const raw = variables.get(name)?.trim();
      if (values.has(name) || budget <= 0) stack.pop();
      else if (raw?.startsWith('{password}') !== false) values.set(name, unknownValue(name));
      else if (inProgress.has(name)) finish(name, raw);
      else {
        inProgress.add(name);
        for (const inner of variablesIn(raw, marks)) {
          if (inProgress.has(inner.name)) circular.add(name);
          else if (variables.has(inner.name) && !values.has(inner.name)) stack.push(inner.name);
        }
      }
    }
  }
  return { values, circular: [...circular], tooLarge: budget <= 0 };
}
