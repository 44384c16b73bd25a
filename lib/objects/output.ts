import type { ApiObject } from 'cdk8s';

/** A manifest as it will be written. */
export type Output = Record<string, unknown>;

/**
 * Changes the manifest of an object after everything else: at the time of the synth, so that it sees what was added to
 * the object after its construction, and without the filter of cdk8s-plus-27, which drops fields newer than Kubernetes
 * 1.27 from patches.
 */
export function changeOutput(object: ApiObject, change: (output: Output) => Output): void {
  const before = object.toJson.bind(object);
  object.toJson = () => change(before() as Output);
}
