import { sep } from 'node:path';

/** A file path as a user would type it: the directory as named and the path below it. */
export function displayPath(directory: string, path: string): string {
  const named = sep === '/' ? directory : directory.replaceAll(sep, '/');
  if (path === '') return named;
  return named === '' || named.endsWith('/') ? `${named}${path}` : `${named}/${path}`;
}
