import type { Located } from '../../../findings';
import type { PropertyEntry } from '../../files';
import type { Reading } from '../../reading';
import { type VariableUse, variablesIn } from '../../variables';

/**
 * Where a variable stands in the variables files that brought it into adapter.xml: in the value of the one that was replaced, or
 * of one that this value has in it.
 *
 * @param written the variable with its marks
 */
export function placeInValue({ substitution }: Reading, use: VariableUse, written: string): Located | undefined {
  if (use.by.kind !== 'variableSubstitution') return undefined;
  const entries = new Map<string, PropertyEntry>();
  for (const { properties } of substitution?.variablesFiles ?? [])
    for (const entry of properties?.effective() ?? []) entries.set(entry.key, entry);
  const seen = new Set([use.name]);
  for (const name of seen) {
    const entry = entries.get(name);
    const index = entry?.value.indexOf(written) ?? -1;
    if (entry !== undefined && index !== -1) return entry.placeOf?.(index) ?? entry.valueAt;
    for (const inner of variablesIn(entry?.value ?? '', use.by.marks)) seen.add(inner.name);
  }
  return undefined;
}
