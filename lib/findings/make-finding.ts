import type { Finding, Located, Rule, Severity } from './finding';

/** What a finding says beyond its rule. */
export interface FindingText {
  /** What is wrong, naming the value, in one sentence without a full stop. */
  readonly message: string;
  /** What to do about it, in one sentence without a full stop. */
  readonly hint: string;
  /** @default - the rule's own */
  readonly severity?: Severity;
}

/** A finding of a rule at a place. */
export function finding(rule: Rule, at: Located, text: FindingText): Finding {
  const { file, line, column } = at;
  return {
    rule: rule.id,
    severity: text.severity ?? rule.severity,
    message: text.message,
    hint: text.hint,
    file,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}
