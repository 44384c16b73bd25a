import type { Finding, Located, Severity } from './finding';
import { sortFindings } from './sort';

/** How many findings of one rule in one file are printed; a mistake that is made everywhere would hide the others. */
const MOST_OF_A_RULE = 20;

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

/**
 * The findings, sorted, one per line, without a newline at the end; the empty string for none. Of more than 20 of one rule in one
 * file, the first 20, and a line that counts the others.
 */
export function formatText(findings: readonly Finding[], style: FindingStyle = {}): string {
  const seen = new Map<string, number>();
  const further = new Map<string, { readonly first: Finding; count: number }>();
  const lines = sortFindings(findings).flatMap((finding) => {
    const key = JSON.stringify([finding.file, finding.rule]);
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    if (before < MOST_OF_A_RULE) return [formatFinding(finding, style)];
    const rest = further.get(key);
    if (rest === undefined) further.set(key, { first: finding, count: 1 });
    else rest.count += 1;
    return [];
  });
  return [...lines, ...[...further.values()].map(others)].join('\n');
}

/** What stands for findings that are not printed: `config/adapter.xml: 37 more from line 120 on [unknown-element]`. */
function others({ first, count: more }: { readonly first: Finding; readonly count: number }): string {
  const from = first.line === undefined ? '' : ` from line ${first.line} on`;
  return oneLine(`${first.file}: ${more} more${from} [${first.rule}]`);
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
