import { styleText } from 'node:util';
import {
  allRules,
  type Finding,
  formatGithub,
  formatJson,
  formatJunit,
  formatSarif,
  formatText,
  summarize,
} from '../../lib';
import { readPackageFile } from '../package-file';

/** The ways in which findings can be printed. */
export const formats = ['text', 'json', 'sarif', 'github', 'junit'] as const;

/** One of {@link formats}. */
export type Format = (typeof formats)[number];

/** The findings as they are printed, with a newline at the end. */
export function render(findings: readonly Finding[], format: Format, color = false): string {
  switch (format) {
    case 'text':
      return withSummary(formatText(findings, color ? { severity } : {}), findings);
    case 'github':
      return withSummary(formatGithub(findings), findings);
    case 'junit':
      return `${formatJunit(findings)}\n`;
    case 'json':
      return `${formatJson(findings)}\n`;
    case 'sarif':
      return `${formatSarif(findings, { rules: allRules, version: readPackageFile().version })}\n`;
  }
}

/** Lines for people, the last of which counts the findings. */
function withSummary(text: string, findings: readonly Finding[]): string {
  return `${text === '' ? '' : `${text}\n`}${summarize(findings)}\n`;
}

function severity(text: Finding['severity']): string {
  return styleText(text === 'error' ? 'red' : 'yellow', text, { validateStream: false });
}
