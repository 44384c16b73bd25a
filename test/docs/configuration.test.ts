import { readFileSync } from 'node:fs';
import { configurationPage } from '../../scripts/docs/configuration-page';
import { EVERY_PROP } from '../support/every-prop';

const page = readFileSync('docs/configuration.md', 'utf8');

/** The cells of a row. */
function cellsOf(row: string): readonly string[] {
  return row.split(/(?<!\\)\|/).map((cell) => cell.trim());
}

const chart = page.slice(page.indexOf('\n## The chart'), page.indexOf('\n## `autoscaling`'));

test.each(Object.keys(EVERY_PROP))('given the prop %s, when the page is read, then it has its row', (name) => {
  const rows = chart.split('\n').filter((row) => row.startsWith(`| \`${name}\` |`));
  expect(rows).toHaveLength(1);
});

test('given any row, when it is read, then it says what the prop is, its default, and an example', () => {
  const rows = page.split('\n').filter((row) => row.startsWith('| `'));
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.filter((row) => cellsOf(row).slice(1, 5).includes(''))).toEqual([]);
});

test('given the docstrings, then the page says what they say (node scripts/run.mjs scripts/docs/write-configuration-page.ts)', () => {
  expect(page).toBe(configurationPage());
});
