import { posix } from 'node:path';

/** Where relative paths begin. */
const WORKING_DIRECTORY = '/opt/interlok';

/** What a component fills in for each message, or at its start; and what only the pod knows. */
const OPEN = /[\uE001$]|%\w+\{/;

/**
 * The absolute path in the pod of a file that a component names.
 *
 * @param text as it stands in adapter.xml, after substitution
 * @param isUrl whether Interlok reads it as a URL: `out` is `/out` then, and only `./out` is relative
 * @returns undefined for what is known at run time alone, for paths of Windows, and for what is no file
 * @see adaptris/interlok:interlok-core/src/main/java/com/adaptris/core/fs/FsHelper.java
 */
export function pathInPod(text: string, isUrl: boolean): string | undefined {
  const written = text.trim().replaceAll('\\', '/');
  if (written === '' || OPEN.test(written) || /\s/.test(written)) return undefined;
  const scheme = /^([a-zA-Z][-+.a-zA-Z0-9]*):/.exec(written)?.[1];
  if (scheme !== undefined && scheme.toLowerCase() !== 'file') return undefined;
  if (scheme === undefined && !isUrl) return posix.resolve(WORKING_DIRECTORY, written);
  const file = scheme === undefined ? `/${written}` : written.slice('file:'.length).replace(/^\/\/[^/]*/, '');
  const path = decoded(file.replace(/[?#].*$/, ''));
  if (path === undefined || path === '' || /^\/*[a-zA-Z]:/.test(path)) return undefined;
  return posix.resolve(WORKING_DIRECTORY, path.startsWith('/.') ? path.slice(1) : path);
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
