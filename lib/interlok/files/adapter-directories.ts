import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A configuration directory below a directory of adapters. */
export interface AdapterDirectory {
  /** The directory's own name, for example `orders`. */
  readonly name: string;
  /** Its path, for example `adapters/orders`, with forward slashes. */
  readonly path: string;
  /** Its paths, when directories of adapters are laid over one another: `adapters/orders`, `environments/prod/orders`. */
  readonly paths: readonly string[];
}

/**
 * The configuration directories below directories of adapters, one for each adapter, sorted by code unit; hidden ones are
 * left out. Those of the same name belong to one adapter.
 */
export function adapterDirectories(directories: readonly string[]): readonly AdapterDirectory[] {
  const pathsOf = new Map<string, string[]>();
  for (const directory of directories) {
    const base = directory.replace(/\/+$/, '');
    for (const name of namesIn(directory)) pathsOf.set(name, [...(pathsOf.get(name) ?? []), `${base}/${name}`]);
  }
  return [...pathsOf]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, paths]) => ({ name, path: paths[0] ?? '', paths }));
}

/** Whether there is a directory at a path. */
export function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function namesIn(directory: string): readonly string[] {
  if (!isDirectory(directory)) return [];
  return readdirSync(directory).filter((name) => !name.startsWith('.') && isDirectory(join(directory, name)));
}
