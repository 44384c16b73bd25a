import { readFileSync } from 'node:fs';
import { HaproxytechDialect, JcmoraisjrDialect } from '../../lib/haproxy';
import { encrypted, plain, samples } from './samples';

const page = readFileSync('docs/load-balancing.md', 'utf8');

test('given every option, when the page is read, then the table of options has its row', () => {
  const table = page.slice(page.indexOf('## The options'), page.indexOf('## What each dialect'));
  const named = [...table.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual(Object.keys(samples).sort());
});

test.each([new HaproxytechDialect(), new JcmoraisjrDialect()])(
  'given every annotation that $name writes, when the page is read, then it is there',
  (dialect) => {
    const written = Object.values(samples)
      .flat()
      .flatMap((options) => [dialect.render(options, plain), dialect.render(options, encrypted)])
      .flatMap((rendered) => [...Object.keys(rendered.ingressAnnotations), ...Object.keys(rendered.serviceAnnotations)])
      .filter((name) => !name.startsWith('example.com/'))
      .map((name) => name.replace(/^haproxy(\.org|-ingress\.github\.io)\//, ''));
    expect([...new Set(written)].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  },
);
