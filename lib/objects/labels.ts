/** The labels that tie pods to their Service, budget and policy: few, and never changing, because selectors are immutable. */
export interface SelectorLabels extends Readonly<Record<string, string>> {
  readonly 'app.kubernetes.io/name': string;
  readonly 'app.kubernetes.io/instance': string;
}

/** What the recommended labels say of an object. */
export interface LabelValues {
  /** The application, for example `interlok`. */
  readonly name: string;
  /** This installation of it, for example `hello-world`. */
  readonly instance: string;
  /** The part it plays, for example `adapter`. */
  readonly component: string;
  /** The application's version. */
  readonly version: string;
}

/** Labels to select pods by. */
export function selectorLabels(values: Pick<LabelValues, 'name' | 'instance'>): SelectorLabels {
  // In the order of the other keys of a manifest: cdk8s sorts them, but not inside a patch.
  return { 'app.kubernetes.io/instance': values.instance, 'app.kubernetes.io/name': values.name };
}

/**
 * The labels of every object and pod.
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
 */
export function recommendedLabels(values: LabelValues): Record<string, string> {
  return {
    ...selectorLabels(values),
    'app.kubernetes.io/component': values.component,
    'app.kubernetes.io/managed-by': 'cdk8s',
    'app.kubernetes.io/part-of': values.instance,
    'app.kubernetes.io/version': values.version,
  };
}
