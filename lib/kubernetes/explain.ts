import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { closest, collectTold, leavesOf, type Origin, originsOf, type Source } from './origins';

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
  return explainObjects(construct.node.findAll().filter((each) => ApiObject.isApiObject(each)));
}

/** Explains, when it is called, every object that adapters have made from now on: for a program that runs an app. */
export function explainLater(): () => readonly Explanation[] {
  const objects = collectTold();
  return () => explainObjects([...objects]);
}

function explainObjects(objects: readonly ApiObject[]): readonly Explanation[] {
  return objects.flatMap((object) => {
    const origins: readonly Origin[] = originsOf(object);
    return leavesOf(object.toJson()).map((leaf): Explanation => {
      const { kind, name } = object;
      const { sources = [], why } = closest(origins, leaf) ?? {};
      return { kind, name, field: leaf.field, value: leaf.value, sources, ...(why !== undefined && { why }) };
    });
  });
}
