import type { Finding } from './finding';

/** The order of findings everywhere: by file, line, column and rule, in code-unit order; whole-file findings first. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

/** The findings in their order, each once: two charts may read the same directory. */
export function sortFindings(findings: Iterable<Finding>): Finding[] {
  const sorted = [...findings].sort(compareFindings);
  return sorted.filter((finding, i) => {
    const previous = sorted[i - 1];
    return previous === undefined || compareFindings(previous, finding) !== 0 || previous.severity !== finding.severity;
  });
}

/** The findings that stop a synth. */
export function errorsAmong(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => finding.severity === 'error');
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
