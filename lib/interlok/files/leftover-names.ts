/**
 * Why a file that exists does not go into a pod, for messages.
 *
 * @param leftOut paths that are left out
 * @returns undefined when it is not one of them, nor in a directory that is
 */
export function leftOutReason(path: string, leftOut: ReadonlySet<string>): string | undefined {
  const parts = path.split('/');
  const index = parts.findIndex((_, i) => leftOut.has(parts.slice(0, i + 1).join('/')));
  const name = parts[index];
  if (name === undefined) return undefined;
  const like = name.startsWith('.') ? 'begin with a dot' : 'editors and file managers leave behind';
  return `left out of the pod, as are all names that ${like}`;
}

/** Whether a name is one that never goes into a pod. */
export function isLeftover(name: string): boolean {
  return (
    name.startsWith('.') ||
    /(?:~|\.sw[a-p]|\.orig)$/i.test(name) ||
    (name.startsWith('#') && name.endsWith('#')) ||
    ['thumbs.db', 'desktop.ini'].includes(name.toLowerCase())
  );
}
