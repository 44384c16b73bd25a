import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whether a file can be written there: it is one, or its directory is there. */
export function isPlaceForFile(path: string): boolean {
  if (existsSync(path)) return !statSync(path).isDirectory();
  return existsSync(dirname(path)) && statSync(dirname(path)).isDirectory();
}
