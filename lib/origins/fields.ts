import type { Origin } from './origin';

/** A field of a manifest with a value that has no further fields. */
export interface Leaf {
  /** For example `spec.ports[0].port`. */
  readonly field: string;
  readonly value: unknown;
  /** What the origins may call it: each step with the names that it goes by. */
  readonly steps: readonly (readonly string[])[];
}

/** Every field of a manifest that has a value of its own. */
export function leavesOf(value: unknown, field = '', steps: Leaf['steps'] = []): readonly Leaf[] {
  if (Array.isArray(value) && value.length > 0)
    return value.flatMap((each: unknown, index) =>
      leavesOf(each, `${field}[${index}]`, [...steps, [`[${index}]`, ...namesOf(each).map((name) => `[${name}]`)]]),
    );
  if (isObject(value) && Object.keys(value).length > 0)
    return Object.entries(value).flatMap(([key, each]) =>
      leavesOf(each, isPlain(key) ? joined(field, key) : `${field}['${key}']`, [...steps, [key]]),
    );
  return [{ field, value, steps }];
}

/** The origin that speaks of a field most closely. */
export function closest<T extends Pick<Origin, 'field'>>(origins: readonly T[], { steps }: Leaf): T | undefined {
  let found: T | undefined;
  let length = 0;
  for (const origin of origins) {
    const own = stepsOf(origin.field);
    const speaks = own.length <= steps.length && own.every((step, index) => steps[index]?.includes(step));
    if (speaks && own.length > length) [found, length] = [origin, own.length];
  }
  return found;
}

/** `a.b['c.d'][0]` as `a`, `b`, `c.d`, `[0]`. */
export function stepsOf(field: string): readonly string[] {
  return [...field.matchAll(/\['([^']*)'\]|(\[[^\]]*\])|([^.[\]]+)/g)].map(
    ([, quoted, index, key]) => quoted ?? index ?? key ?? '',
  );
}

/** The field of a key that may have dots in it. */
export function keyOf(field: string, key: string): string {
  return isPlain(key) ? joined(field, key) : `${field}['${key}']`;
}

function joined(field: string, key: string): string {
  return field === '' ? key : `${field}.${key}`;
}

function isPlain(key: string): boolean {
  return /^[\w-]+$/.test(key);
}

/** What an entry of a list is told apart by. */
function namesOf(entry: unknown): readonly string[] {
  // An argument of a program is told by its flag.
  if (typeof entry === 'string') return entry.startsWith('--') ? [entry.split('=', 1).join()] : [];
  if (!isObject(entry)) return [];
  const { name, mountPath, host, path, pathType } = entry;
  const both = typeof path === 'string' && typeof pathType === 'string' ? `${pathType} ${path}` : undefined;
  return [name, mountPath, host, both].filter((each) => typeof each === 'string');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
