import { diffLines } from 'diff';
import type { Explanation } from '../../lib';
import { sourceText } from '../../lib/origins';
import type { Change } from './compare';

/** The formats of what is explained field by field. */
export const tableFormats = ['text', 'json', 'markdown'] as const;

export type TableFormat = (typeof tableFormats)[number];

/** Fields, or their changes, in a format. */
export function formatTable(rows: readonly (Explanation | Change)[], format: TableFormat): string {
  if (format === 'json') return `${JSON.stringify(rows, undefined, 2)}\n`;
  const lines: string[] = [];
  let heading = '';
  for (const row of rows) {
    const { kind, name, field, sources, why = '' } = row;
    const value = 'value' in row ? shortened(row.value) : changeOf(row);
    const own = `${kind} ${name}`;
    const isNew = own !== heading;
    heading = own;
    const from = sources.map(sourceText).join('; ');
    if (format === 'markdown') {
      if (isNew) lines.push('', `### ${own}`, '', '| Field | Value | From | Why |', '|---|---|---|---|');
      lines.push(`| ${[field, value, from, why].map(cell).join(' | ')} |`);
    } else {
      if (isNew) lines.push('', own);
      lines.push(`  ${field}: ${value}${from === '' ? '' : ` ← ${from}; ${why}`}`);
    }
  }
  return `${lines.slice(1).join('\n')}\n`;
}

function changeOf({ before, after }: Change): string {
  if (before === undefined) return `new: ${shortened(after)}`;
  if (after === undefined) return `gone: ${shortened(before)}`;
  if (typeof before !== 'string' || typeof after !== 'string' || !`${before}${after}`.includes('\n'))
    return `${shortened(before)} → ${shortened(after)}`;
  const lines = diffLines(before, after);
  const count = (parts: typeof lines): number => parts.reduce((sum, part) => sum + part.count, 0);
  return `${count(lines.filter(({ added }) => added))} lines more, ${count(lines.filter(({ removed }) => removed))} less`;
}

function shortened(value: unknown): string {
  const line = (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}

/** What would end a cell of a table, or be taken for HTML. */
function cell(text: string): string {
  return text.replace(/[\\|<>*_`]/g, (character) => `\\${character}`);
}
