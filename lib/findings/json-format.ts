import type { Finding } from './finding';
import { errorsAmong, sortFindings } from './sort';

/** What `npm run check -- --format json` prints. */
export interface JsonReport {
  readonly errors: number;
  readonly warnings: number;
  /** Sorted by file, line, column and rule. */
  readonly findings: readonly Finding[];
}

/** The findings as a JSON document, without a newline at the end. */
export function formatJson(findings: readonly Finding[]): string {
  const sorted = sortFindings(findings).map(({ rule, severity, message, hint, file, line, column }) => ({
    rule,
    severity,
    message,
    hint,
    file,
    line,
    column,
  }));
  const errors = errorsAmong(sorted).length;
  const report: JsonReport = { errors, warnings: sorted.length - errors, findings: sorted };
  return JSON.stringify(report, undefined, 2);
}
