import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const REPOSITORY = resolve(__dirname, '../..');
const docs = readdirSync(join(REPOSITORY, 'docs'), { withFileTypes: true });
const written = docs.filter((entry) => entry.isFile() && entry.name.endsWith('.md')).map(({ name }) => `docs/${name}`);
const pages = ['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', ...written];

/** Where the links of a page lead, relative to the repository; not those to other sites and within the page. */
function linksOf(page: string): string[] {
  const text = readFileSync(join(REPOSITORY, page), 'utf8').replace(/```.*?```/gs, '');
  return [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => relative(REPOSITORY, resolve(REPOSITORY, dirname(page), target)).replaceAll('\\', '/'));
}

test.each(pages)('given the links of %s, then each leads to a file that is there', (page) => {
  expect(linksOf(page).filter((target) => !existsSync(join(REPOSITORY, target)))).toEqual([]);
});

test('given the pages and folders of docs/, then the table of contents names each', () => {
  const listed = linksOf('docs/README.md').map((target) => target.split('/').slice(0, 2).join('/'));
  const there = docs.map(({ name }) => `docs/${name}`).filter((name) => /\.md$|\/[^.]+$/.test(name));

  expect(there.filter((name) => name !== 'docs/README.md' && !listed.includes(name))).toEqual([]);
});
