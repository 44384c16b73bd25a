/** A plain JSON object. */
export type Json = Readonly<Record<string, unknown>>;

/** Whether a value is a plain object. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a dotted path (`spec.template.metadata`), or undefined when a part of the path is missing. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((v, key) => (isJson(v) ? v[key] : undefined), value);
}

/** The object at a path; an empty one when there is none. */
export function jsonAt(value: unknown, path: string): Json {
  const found = at(value, path);
  return isJson(found) ? found : {};
}

/** The objects in the list at a path; none when there is no list. */
export function listAt(value: unknown, path: string): Json[] {
  const found = at(value, path);
  return Array.isArray(found) ? found.filter(isJson) : [];
}

/** The text at a path; undefined when there is none. */
export function textAt(value: unknown, path: string): string | undefined {
  const found = at(value, path);
  return typeof found === 'string' ? found : undefined;
}

/** Calls `visit` with every value below `value`, its path (`/spec/ports/0`) and the name of the field it is in. */
export function walk(value: unknown, visit: (value: unknown, path: string, field: string) => void, path = ''): void {
  const entries: [string, unknown][] = Array.isArray(value)
    ? value.map((item, index) => [String(index), item])
    : Object.entries(isJson(value) ? value : {});
  for (const [key, item] of entries) {
    const here = `${path}/${key}`;
    visit(item, here, Array.isArray(value) ? (path.split('/').at(-1) ?? '') : key);
    walk(item, visit, here);
  }
}

/** `Deployment shop/web`: how messages name an object. */
export function nameOf(object: Json): string {
  const namespace = textAt(object, 'metadata.namespace');
  return `${String(object['kind'])} ${namespace === undefined ? '' : `${namespace}/`}${String(at(object, 'metadata.name'))}`;
}

/** Kinds whose pods come from `spec.template`. */
export const WORKLOADS = ['Deployment', 'DaemonSet', 'StatefulSet', 'ReplicaSet', 'Job'];

/** The pod template of a workload, a Pod itself, or undefined for other kinds. */
export function podOf(object: Json): Json | undefined {
  if (object['kind'] === 'Pod') return object;
  if (object['kind'] === 'CronJob') return jsonAt(object, 'spec.jobTemplate.spec.template');
  return WORKLOADS.includes(String(object['kind'])) ? jsonAt(object, 'spec.template') : undefined;
}

/** Every container of a pod: ordinary, init and ephemeral ones, each with the list that it is in. */
export function containersOf(pod: Json): { readonly container: Json; readonly path: string }[] {
  return ['containers', 'initContainers', 'ephemeralContainers'].flatMap((kind) =>
    listAt(pod, `spec.${kind}`).map((container) => ({ container, path: `${kind} '${String(container['name'])}'` })),
  );
}
