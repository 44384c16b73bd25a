import type { Finding } from '../../lib/findings/finding';
import { formatJson } from '../../lib/findings/json-format';
import { formatSarif } from '../../lib/findings/sarif-format';
import { formatText, summarize } from '../../lib/findings/text-format';
import { allRules } from '../../lib/kubernetes/rules/all-rules';

/** The ways in which findings can be printed. */
export const formats = ['text', 'json', 'sarif'] as const;

/** One of {@link formats}. */
export type Format = (typeof formats)[number];

/** The findings as they are printed, with a newline at the end. */
export function render(findings: readonly Finding[], format: Format): string {
  switch (format) {
    case 'text':
      return `${findings.length === 0 ? '' : `${formatText(findings)}\n`}${summarize(findings)}\n`;
    case 'json':
      return `${formatJson(findings)}\n`;
    case 'sarif':
      return `${formatSarif(findings, { rules: allRules })}\n`;
  }
}
