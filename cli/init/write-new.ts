import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What became of a file. */
export interface Written {
  readonly path: string;
  /** False for one that was there before: it is as it was. */
  readonly isNew: boolean;
}

/** Writes files that are not there yet, and leaves the others as they are. */
export function writeNew(directory: string, files: Readonly<Record<string, string>>): Written[] {
  return Object.entries(files).map(([path, text]) => ({ path, isNew: writeOne(join(directory, path), text) }));
}

function writeOne(path: string, text: string): boolean {
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
