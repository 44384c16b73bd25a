import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { closest, leavesOf } from './fields';
import { objectsInOrder } from './in-order';
import type { Source } from './origin';
import { collectTold, type Told, toldOf } from './recorder';

/** A field of a manifest, and why it is what it is. */
export interface Explanation {
  readonly kind: string;
  readonly name: string;
  /** For example `spec.template.spec.terminationGracePeriodSeconds`. */
  readonly field: string;
  readonly value: unknown;
  /** Empty for what is the same in every manifest. */
  readonly sources: readonly Source[];
  /** @default - the field is the same in every manifest */
  readonly why?: string;
}

/** Explains every field of the manifests of a construct, in the order in which they are written. */
export function explain(construct: IConstruct): readonly Explanation[] {
  return objectsInOrder(construct).flatMap((object) => explainObject(object, toldOf(object)));
}

/**
 * Explains, when it is called, every object that is made by adapters and controllers from now on, in the order in which
 * the manifests are written: for a program that runs an app.
 */
export function explainLater(): () => readonly Explanation[] {
  const told = collectTold();
  return () => {
    const roots = new Set([...told.keys()].map((object) => object.node.root));
    return [...roots]
      .flatMap(objectsInOrder)
      .flatMap((object) => (told.has(object) ? explainObject(object, told.get(object) ?? []) : []));
  };
}

function explainObject(object: ApiObject, told: Told): readonly Explanation[] {
  const { kind, name } = object;
  const origins = told.flatMap((tell) => tell());
  return leavesOf(object.toJson()).map((leaf): Explanation => {
    const { sources = [], why } = closest(origins, leaf) ?? {};
    return { kind, name, field: leaf.field, value: leaf.value, sources, ...(why !== undefined && { why }) };
  });
}
