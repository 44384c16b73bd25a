import { posix } from 'node:path';
import type { FileUse } from '../model';
import type { LastingDirectory } from '../read-options';
import type { Reading } from '../reading';

/** Whether the process can write to a path that is known; to one that is not, it may. */
export function isReadOnly({ options }: Reading, path: string | undefined): boolean {
  const { writable } = options;
  return path !== undefined && writable !== undefined && !writable.some((directory) => isIn(directory, path));
}

/** The lasting directory that a path is in. @default - none, or the path is not known */
export function lastingAt({ options }: Reading, path: string | undefined): LastingDirectory | undefined {
  return path === undefined ? undefined : options.lasting?.find((directory) => isIn(directory.path, path));
}

function isIn(directory: string, path: string): boolean {
  return path === directory || path.startsWith(`${directory}/`);
}

/** Where a volume would take the place of what the process is made of, or is there already. */
const UNFIT =
  /^\/(?:$|(?:opt|opt\/interlok|tmp|var|usr|etc|home|root)$|opt\/interlok\/(?:config|lib|logs)(?:\/|$)|tmp\/)/;

/** Fields that name a file, or one directory of several that stand side by side. */
const NAMES_A_PART = /file|^journal-directory$/;

/** The prop that makes what a component writes outlive the pod. */
export function storageFor({ field, path }: Pick<FileUse, 'field' | 'path'>): string {
  const directory = path !== undefined && NAMES_A_PART.test(field) ? posix.dirname(path) : path;
  if (directory !== undefined && !UNFIT.test(directory)) return storage(directory);
  return `${storage('/var/lib/interlok')} and a path in it`;
}

function storage(path: string): string {
  return `storage: [{ path: '${path}', size: Size.gibibytes(1) }]`;
}
