import { styleText } from 'node:util';
import { allRules, type Finding, formatJson, formatSarif, formatText, summarize } from '../../lib';
import { readPackageFile } from '../package-file';

/** The ways in which findings can be printed. */
export const formats = ['text', 'json', 'sarif'] as const;

/** One of {@link formats}. */
export type Format = (typeof formats)[number];

/** The findings as they are printed, with a newline at the end. */
export function render(findings: readonly Finding[], format: Format, color = false): string {
  switch (format) {
    case 'text':
      return `${findings.length === 0 ? '' : `${formatText(findings, color ? { severity } : {})}\n`}${summarize(findings)}\n`;
    case 'json':
      return `${formatJson(findings)}\n`;
    case 'sarif':
      return `${formatSarif(findings, { rules: allRules, version: readPackageFile().version })}\n`;
  }
}

function severity(text: Finding['severity']): string {
  return styleText(text === 'error' ? 'red' : 'yellow', text, { validateStream: false });
}
