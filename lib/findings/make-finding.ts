import type { Finding, Fix, Located, Rule, Severity } from './finding';

/** What a finding says beyond its rule. */
export interface FindingText {
  /** What is wrong, naming the value, in one sentence without a full stop. */
  readonly message: string;
  /** What to do about it, in one sentence without a full stop. */
  readonly hint: string;
  /** @default - the rule's own */
  readonly severity?: Severity;
  /** @default - somebody has to decide */
  readonly fix?: Fix;
}

/** A finding of a rule at a place. */
export function finding(rule: Rule, at: Located, text: FindingText): Finding {
  const { file, line, column } = at;
  return {
    rule: rule.id,
    severity: text.severity ?? rule.severity,
    message: clipped(text.message),
    hint: clipped(text.hint),
    file,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(text.fix === undefined ? {} : { fix: text.fix }),
  };
}

/** Values quoted from a file can be as long as the file; nobody reads more than this. */
function clipped(text: string): string {
  return text.length > 500 ? `${text.slice(0, 400)} … ${text.slice(-90)}` : text;
}
