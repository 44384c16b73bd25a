import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A directory below a directory of adapters. */
export interface AdapterDirectory {
  /** The directory's own name, for example `orders`. */
  readonly name: string;
  /** Its path, for example `adapters/orders`, with forward slashes. */
  readonly path: string;
}

/**
 * The configuration directories below a directory, one for each adapter, sorted by code unit; hidden ones are left out.
 * @returns undefined when there is no such directory
 */
export function adapterDirectories(directory: string): readonly AdapterDirectory[] | undefined {
  let names: string[];
  try {
    names = readdirSync(directory);
  } catch {
    return undefined;
  }
  const base = directory.replace(/\/+$/, '');
  return names
    .filter((name) => !name.startsWith('.') && isDirectory(join(directory, name)))
    .sort()
    .map((name) => ({ name, path: `${base}/${name}` }));
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
