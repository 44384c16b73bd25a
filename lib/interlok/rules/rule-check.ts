import type { Finding, Rule } from '../../findings';
import type { Reading } from '../reading';

/** A rule with what looks for it. */
export interface RuleCheck {
  readonly rule: Rule;
  /** Everything that the rule finds in what was read, in any order. */
  readonly check: (reading: Reading) => Iterable<Finding>;
}
