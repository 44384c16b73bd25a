import type { Finding } from './finding';
import { sortFindings } from './sort';

/**
 * The findings as workflow commands of GitHub Actions, one a line, which become annotations of the lines in a pull request;
 * without a newline at the end, the empty string for none. Paths are as they were given: relative to the repository, if the
 * command runs in its root.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function formatGithub(findings: readonly Finding[]): string {
  return sortFindings(findings).map(annotation).join('\n');
}

function annotation({ severity, file, line, column, rule, message, hint }: Finding): string {
  const properties = [
    `file=${escapeProperty(file)}`,
    ...(line === undefined ? [] : [`line=${line}`]),
    ...(column === undefined ? [] : [`col=${column}`]),
    `title=${escapeProperty(rule)}`,
  ];
  return `::${severity} ${properties.join(',')}::${escapeData(`${message}; ${hint}`)}`;
}

/** @see https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
