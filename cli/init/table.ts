import { Help } from 'commander';
import type { Row } from './translation';

const WIDEST = 44;

/** Settings and what became of them, in two columns; the second is wrapped at the width. */
export function table(heading: string, rows: readonly Row[], width: number): string {
  const help = new Help();
  help.prepareContext({ helpWidth: width });
  const terms = rows.map(({ setting, value }) => shortened(value === '' ? setting : `${setting}: ${value}`));
  const column = Math.max(0, ...terms.map((term) => help.displayWidth(term)));
  const lines = rows.map(({ became }, i) => help.formatItem(terms[i] ?? '', column, became, help));
  return [heading, ...lines].join('\n');
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= WIDEST ? line : `${line.slice(0, WIDEST - 1)}…`;
}
