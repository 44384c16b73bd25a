/**
 * Kubernetes replaces `$(NAME)` in the value of an environment variable by the value of a variable before it, leaves it
 * as it is where there is none, and makes one `$` of `$$`.
 * @see kubernetes/kubernetes:third_party/forked/golang/expansion/expand.go
 */
const REFERENCE = /\$(?:\$|\(([^)]*)\))/g;

/** A dollar that Kubernetes would not leave alone. */
const MEANT_DOLLAR = /\$(?=[$(])/g;

/** The text for a manifest that arrives in the process as it is written here, dollars and all. */
export function literally(text: string): string {
  return text.replace(MEANT_DOLLAR, '$$$$');
}

/**
 * The text for a manifest in which `$(NAME)` stays a reference to a variable that there is, and everything else arrives
 * as it is written.
 */
export function withReferences(text: string, isVariable: (name: string) => boolean): string {
  return text.replace(MEANT_DOLLAR, (dollar, offset: number) => {
    const name = /^\$\(([^)]*)\)/.exec(text.slice(offset))?.[1];
    return name !== undefined && isVariable(name) ? dollar : '$$';
  });
}

/** The names in a text that look like references to variables. */
export function referencesIn(text: string): readonly string[] {
  return [...text.matchAll(/\$\(([-._a-zA-Z][-._a-zA-Z0-9]*)\)/g)].flatMap(([, name]) => name ?? []);
}

/** What Kubernetes makes of a text in a manifest. */
export function expandReferences(text: string, valueOf: (name: string) => string | undefined): string {
  return text.replace(REFERENCE, (all, name: string | undefined) =>
    name === undefined ? '$' : (valueOf(name) ?? all),
  );
}
