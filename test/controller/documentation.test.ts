import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JCMORAISJR_UNSUPPORTED } from '../../lib/controller/jcmoraisjr/check';
import { everyProp } from './every-prop';

const docs = join(__dirname, '../../docs');
const page = readFileSync(join(docs, 'controller.md'), 'utf8');
/** Rows of the table of props: name and what jcmoraisjr makes of it. */
const rows = [...page.slice(page.indexOf('## Props')).matchAll(/^\| `(\w+)` \|.*\| ([^|]+) \|$/gm)];

test('every prop has one row in docs/controller.md, and no row is of something else', () => {
  expect(rows.map(([, name]) => name).sort()).toEqual(Object.keys(everyProp).sort());
});

test('the rows say which props jcmoraisjr cannot follow', () => {
  const without = rows.filter(([, , jcmoraisjr]) => jcmoraisjr?.startsWith('no:')).map(([, name]) => name);
  expect(without.sort()).toEqual(Object.keys(JCMORAISJR_UNSUPPORTED).sort());
});

test('every link of the page leads somewhere', () => {
  const links = [...page.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path]) => path ?? '');
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((path) => !existsSync(join(docs, path)))).toEqual([]);
});
