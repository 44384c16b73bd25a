/** A mapping of a YAML document. */
export type YamlMap = Readonly<Record<string, unknown>>;

/** Whether a value is a mapping. */
export function isMap(value: unknown): value is YamlMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A scalar as text; undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** The elements of a list; one value counts as a list of it, and none as an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

/** A value below others, by its path; undefined where there is none. */
export function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (isMap(at) ? at[key] : undefined), value);
}

/** A value as one short line, for a table. */
export function shown(value: unknown): string {
  const text = textOf(value);
  if (text !== undefined) return text;
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.map(shown).join(', ') : Object.keys(value).join(', ');
}
