import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { App, Testing } from 'cdk8s';
import { InterlokChart } from '../../lib';
import { withConfigDirectory } from '../support/config-directory';
import type { Json } from '../support/json';

const REPOSITORY = resolve(__dirname, '../..');
const page = readFileSync(join(REPOSITORY, 'docs/architecture.md'), 'utf8');
const adapter = readFileSync(join(REPOSITORY, 'config/adapter.xml'), 'utf8');

/** The places of a number in a manifest, as the page writes them. */
function placesOf(value: unknown, wanted: number, path = ''): readonly string[] {
  if (value === wanted) return [path];
  if (Array.isArray(value)) return value.flatMap((each, index) => placesOf(each, wanted, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => placesOf(each, wanted, path === '' ? key : `${path}.${key}`));
}

/** Kind and place of every field that has the port, the pod's own prefix left out. */
function fieldsWith(port: number): readonly string[] {
  const text = adapter.replace('<port>8081</port>', `<port>${port}</port>`);
  const objects = withConfigDirectory(
    { 'adapter.xml': text },
    (config) => Testing.synth(new InterlokChart(new App(), 'hello-world', { config })) as Json[],
  );
  return objects.flatMap((object) =>
    placesOf(object['spec'], port).map((place) => `${String(object['kind'])} ${place.replace('template.spec.', '')}`),
  );
}

describe('docs/architecture.md', () => {
  test('names files that there are', () => {
    const named = [...page.matchAll(/`((?:lib|scripts)\/[\w./-]+)`/g)].map(([, path = '']) => path);

    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((path) => !existsSync(join(REPOSITORY, path)))).toEqual([]);
  });

  test('names every room', () => {
    const folders = (path: string): readonly string[] =>
      readdirSync(join(REPOSITORY, path), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name);
    const named = (name: string): boolean => page.includes(`\`lib/${name}\``) || page.includes(`\`${name}\``);
    const rooms = [...folders('lib'), ...folders('lib/interlok'), ...folders('lib/kubernetes')];

    expect(rooms.filter((room) => !named(room))).toEqual([]);
  });

  test('lists every field that a port of adapter.xml ends in, and no other', () => {
    const listed = [...page.matchAll(/^\| ([A-Z]\w+) `([^`]+)` \|/gm)].map(([, kind, place]) => `${kind} ${place}`);

    expect([...fieldsWith(28081)].sort()).toEqual([...listed].sort());
  });
});
