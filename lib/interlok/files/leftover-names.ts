/** Whether a name is one that never goes into a pod. */
export function isLeftover(name: string): boolean {
  return (
    name.startsWith('.') ||
    /(?:~|\.sw[a-p]|\.orig)$/i.test(name) ||
    (name.startsWith('#') && name.endsWith('#')) ||
    ['thumbs.db', 'desktop.ini'].includes(name.toLowerCase())
  );
}
