/** How much a finding weighs: an error stops the synth, a warning does not. */
export type Severity = 'error' | 'warning';

/** A place in a file that the user wrote. */
export interface Located {
  /** Path of the file, as a user would type it from the working directory, with forward slashes. */
  readonly file: string;
  /**
   * Line, counted from 1.
   * @default - the finding or part belongs to the file as a whole
   */
  readonly line?: number;
  /**
   * Column in UTF-16 code units, counted from 1.
   * @default - the finding or part belongs to the line, or the file, as a whole
   */
  readonly column?: number;
}

/** Something that Interlok would refuse, or that would fail in a pod, with the place that it comes from. */
export interface Finding extends Located {
  /** Id of the rule that found it, in kebab case; the one that silences it. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong, naming the value, in one sentence without a full stop. */
  readonly message: string;
  /** What to do about it, in one sentence without a full stop. */
  readonly hint: string;
  /**
   * The change that puts it right, where there is one right answer.
   * @default - somebody has to decide
   */
  readonly fix?: Fix;
}

/** A change at the place of a finding. */
export type Fix =
  /** The value, without the white space around it. */
  | { readonly kind: 'trim' }
  /** Another value of a property. */
  | { readonly kind: 'set'; readonly value: string }
  /** An element of the new form in place of a `<destination>`, and another one in place of its filter expression. */
  | { readonly kind: 'destination'; readonly field: string; readonly filter?: string };

/** What the documentation says of a rule. One object per rule; a test holds docs/rules.md and these together. */
export interface Rule {
  /** Kebab case, for example `unknown-element`. Stable: users silence by it. */
  readonly id: string;
  /** The usual severity; a rule may raise or lower it where the effect differs, and says so in `why`. */
  readonly severity: Severity;
  /** What it finds, in one sentence. */
  readonly what: string;
  /** What Interlok, or the pod, does otherwise. */
  readonly why: string;
  /** Interlok releases concerned: `all`, `4.0`, `3.11` … (since), or a range such as `< 4.1`. */
  readonly since: string;
  /** How to fix it. */
  readonly fix: string;
  /**
   * False where silencing would leave nothing to go on with: no model of the adapter, or no object that a cluster takes.
   * @default true
   */
  readonly silenceable?: boolean;
}
