import { readFileSync } from 'node:fs';
import { configurationPage } from '../../scripts/docs/configuration-page';

test('given the docstrings as they are, then docs/configuration.md is what npm run docs makes of them', () => {
  expect(readFileSync('docs/configuration.md', 'utf8')).toBe(configurationPage());
});
