import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** What is said of every object. */
export interface CommonMetadata {
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Adds labels and annotations to every object of a construct, where it has none of that name; selectors stay as they are. */
export function addCommonMetadata(construct: IConstruct, { labels = {}, annotations = {} }: CommonMetadata): void {
  for (const object of construct.node.findAll()) {
    if (!ApiObject.isApiObject(object)) continue;
    const { metadata } = object;
    const taken = metadata.toJson() as { readonly annotations?: object } | undefined;
    for (const [name, value] of Object.entries(labels))
      if (metadata.getLabel(name) === undefined) metadata.addLabel(name, value);
    for (const [name, value] of Object.entries(annotations))
      if (!(name in (taken?.annotations ?? {}))) metadata.addAnnotation(name, value);
  }
}
