/**
 * Keys that a controller reads in some places only, each without its prefix; what is in neither list is read on the
 * Ingress and on the Service.
 */
export interface AnnotationPlaces {
  /** Read on the Ingress; on a Service ignored without a word. */
  readonly ingressOnly: ReadonlySet<string>;
  /** Read on the Service; on an Ingress ignored without a word. */
  readonly serviceOnly: ReadonlySet<string>;
  /** Read in the controller's ConfigMap; as an annotation ignored without a word. */
  readonly configMapOnly: ReadonlySet<string>;
}

/** Where the key belongs, for a message; undefined when the controller reads it on that object. */
export function rightPlace(places: AnnotationPlaces, object: 'ingress' | 'service', key: string): string | undefined {
  if (places.configMapOnly.has(key)) return `nothing, for it belongs into the controller's ConfigMap, as ${key}`;
  if (object === 'service' && places.ingressOnly.has(key))
    return 'the same in annotations.ingress, for the controller does not read it on a Service';
  if (object === 'ingress' && places.serviceOnly.has(key))
    return 'the same in annotations.service, for the controller does not read it on an Ingress';
  return undefined;
}

/** A set of the words of a text. */
export function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
