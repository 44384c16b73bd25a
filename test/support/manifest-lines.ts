/** Every scalar of manifests as `key: value`, and list items and the lines of texts by themselves. */
export function linesOf(value: unknown, key = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => linesOf(item));
  if (typeof value === 'object' && value !== null) return Object.entries(value).flatMap(([k, v]) => linesOf(v, k));
  return dataLines(key, String(value));
}

/** The lines of a text under a key. */
export function dataLines(key: string, value: string): string[] {
  return value.split('\n').flatMap((line) => [`${key}: ${line}`, line]);
}
