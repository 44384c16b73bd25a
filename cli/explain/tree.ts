import type { Explanation } from '../../lib';
import { keyOf, stepsOf } from '../../lib/origins';

/** A part of a manifest: a value that is explained, or what is below. */
export interface Part {
  /** @default - there is more below */
  readonly row?: Explanation;
  readonly below: Map<string, Part>;
}

/** An object of the manifests with the name by which it is found again. */
export interface ManifestObject {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly root: Part;
}

/** Puts the rows of objects, which begin with the apiVersion of each, together again. */
export function objectsOf(rows: readonly Explanation[]): readonly ManifestObject[] {
  const objects: ManifestObject[] = [];
  const times = new Map<string, number>();
  let object: Explanation[] = [];
  const close = (): void => {
    const [first] = object;
    if (first === undefined) return;
    const { kind, name } = first;
    const namespace = object.find(({ field }) => field === 'metadata.namespace')?.value;
    const known = `${kind} ${String(namespace)} ${withoutHash(name)}`;
    const time = (times.get(known) ?? 0) + 1;
    times.set(known, time);
    // One program may make manifests for several clusters.
    objects.push({ id: `${known} ${time}`, kind, name, root: treeOf(object) });
  };
  for (const row of rows) {
    if (row.field === 'apiVersion') {
      close();
      object = [];
    }
    object.push(row);
  }
  close();
  return objects;
}

/** The field of a part below another one. */
export function fieldBelow(field: string, step: string): string {
  return step.startsWith('[') ? `${field}${step}` : keyOf(field, step);
}

/** Whether what is below are the entries of a list. */
export function isList({ below }: Part): boolean {
  return [...below.keys()].some((step) => step.startsWith('['));
}

/** All that is explained of a part. */
export function rowsOf({ row, below }: Part): readonly Explanation[] {
  return [...(row === undefined ? [] : [row]), ...[...below.values()].flatMap(rowsOf)];
}

/** A ConfigMap has a hash of its content in its name, and is the same one with another content. */
function withoutHash(name: string): string {
  return name.replace(/-[0-9a-f]{10}$/, '');
}

function treeOf(rows: readonly Explanation[]): Part {
  const root: Part = { below: new Map() };
  for (const row of rows) {
    let part = root;
    const steps = stepsOf(row.field);
    steps.forEach((step, index) => {
      const found = part.below.get(step) ?? {
        ...(index === steps.length - 1 && { row }),
        below: new Map<string, Part>(),
      };
      part.below.set(step, found);
      part = found;
    });
  }
  return root;
}
