import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { allRules } from '../../lib/kubernetes/rules/all-rules';
import { rulesPage } from '../../scripts/docs/rules-page';
import { silentCases } from '../interlok/rules/silent';
import { silentCharts } from '../kubernetes/rules/silent';

const page = readFileSync(resolve(__dirname, '../../docs/rules.md'), 'utf8');

test('given the rules, then docs/rules.md says what they say (node scripts/run.mjs scripts/docs/write-rules-page.ts)', () => {
  expect(page).toBe(rulesPage(allRules, { ...silentCases, ...silentCharts }));
});

test.each(allRules.map((rule) => [rule.id, rule] as const))('%s is explained in full', (id, rule) => {
  const section = page.split(`\n## ${id}\n`)[1]?.split('\n## ')[0] ?? '';

  expect(section).toContain(`**Severity**: ${rule.severity}`);
  expect(section).toContain(`**Releases**: ${rule.since}`);
  for (const heading of ['Why', 'Fix', 'Silent when', 'Silence'])
    expect(section).toMatch(new RegExp(`\\*\\*${heading}\\*\\*: \\S.{10,}`));
  expect(section.includes('Cannot be silenced')).toBe(rule.silenceable === false);
});

test('no two rules share an id, and every id is kebab case', () => {
  const ids = allRules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
});
