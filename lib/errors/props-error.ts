import { UserError } from './user-error';

/** One prop with a value that cannot be used. */
export interface PropProblem {
  /** Path of the field, for example `ingress.hosts[0]`. */
  readonly field: string;
  /** The value as given. */
  readonly value: unknown;
  /** What is allowed, and the fix where it is not obvious, for example `a whole number of at least 1`. */
  readonly expected: string;
}

/** Thrown when props cannot be used; names every wrong field at once. */
export class PropsError extends UserError {
  public constructor(
    /** The construct or class that refused them, for example `InterlokChart 'hello-world'`. */
    subject: string,
    public readonly problems: readonly PropProblem[],
  ) {
    const lines = problems.map((p) => `  ${p.field}: got ${display(p.value)}, expected ${p.expected}`);
    super(`${subject}: wrong props\n${lines.join('\n')}`);
  }
}

function display(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'number' || typeof value === 'boolean' || value === undefined || value === null)
    return String(value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value !== 'object') return `a ${typeof value}`;
  const { constructor } = value as { constructor?: unknown };
  return typeof constructor === 'function' && constructor !== Object ? `a ${constructor.name}` : 'an object';
}
