import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

interface LockedPackage {
  readonly inBundle?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const REPOSITORY = resolve(__dirname, '..');
const { packages } = JSON.parse(readFileSync(join(REPOSITORY, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, LockedPackage>;
};

/** What a project gets that installs this package beside its peers, by path; not what they bundle. */
const production = [...needed('')].filter((path) => path !== '' && packages[path]?.inBundle !== true);

function needed(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  const { dependencies, peerDependencies, optionalDependencies } = packages[path] ?? {};
  for (const name of Object.keys({ ...dependencies, ...peerDependencies, ...optionalDependencies })) {
    const place = placeOf(path, name);
    if (place !== undefined) needed(place, found);
  }
  return found;
}

/** Where the package at a path finds another: in its own node_modules or in one above. */
function placeOf(path: string, name: string): string | undefined {
  const place = `${path === '' ? '' : `${path}/`}node_modules/${name}`;
  if (place in packages) return place;
  return path === '' ? undefined : placeOf(path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/'))), name);
}

function bytesOf(directory: string): number {
  return readdirSync(directory, { withFileTypes: true })
    .map((entry) => {
      const path = join(directory, entry.name);
      return entry.isDirectory() ? bytesOf(path) : statSync(path).size;
    })
    .reduce((sum, bytes) => sum + bytes, 0);
}

test('given the lock file, when npm 11 compares it, then no optional package of a package is missing', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => placeOf(path, name) === undefined)
      .map((name) => `${path}: ${name}`),
  );

  expect(missing).toEqual([]);
});

test('given the production packages, when they are counted, then they are at most 10, of at most 16 MB', () => {
  const tops = production.filter((path) => !production.some((other) => path.startsWith(`${other}/`)));
  const bytes = tops.map((path) => bytesOf(join(REPOSITORY, path))).reduce((sum, size) => sum + size, 0);

  expect(production.length).toBeLessThanOrEqual(10);
  expect(bytes).toBeLessThanOrEqual(16_000_000);
});
