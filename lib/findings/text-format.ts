import type { Finding, Located, Severity } from './finding';
import { sortFindings } from './sort';

/** A place in the form that terminals and editors make clickable: `config/adapter.xml:14:13`. */
export function formatPlace({ file, line, column }: Located): string {
  if (line === undefined) return file;
  return column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`;
}

/** How the parts of a finding look, for example in the colours of a terminal. */
export interface FindingStyle {
  /** @default - as it is */
  readonly severity?: (text: Severity) => string;
}

/** One finding on one line: `config/adapter.xml:14:13: error: message; hint [rule]`. */
export function formatFinding(finding: Finding, { severity: styled = String }: FindingStyle = {}): string {
  const { severity, message, hint, rule } = finding;
  return `${oneLine(`${formatPlace(finding)}: `)}${styled(severity)}${oneLine(`: ${message}; ${hint} [${rule}]`)}`;
}

/** All findings, sorted, one per line, without a newline at the end; the empty string for none. */
export function formatText(findings: readonly Finding[], style: FindingStyle = {}): string {
  return sortFindings(findings)
    .map((finding) => formatFinding(finding, style))
    .join('\n');
}

/** How many there are, for example `2 errors, 1 warning`, or `no findings`. */
export function summarize(findings: readonly Finding[]): string {
  const unique = sortFindings(findings);
  const errors = unique.filter((finding) => finding.severity === 'error').length;
  const counts = [count(errors, 'error'), count(unique.length - errors, 'warning')].filter((text) => text !== '');
  return counts.length === 0 ? 'no findings' : counts.join(', ');
}

function count(n: number, noun: string): string {
  return n === 0 ? '' : `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** Values quoted from a file may hold line breaks and control characters (a terminal would obey them). */
function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}
