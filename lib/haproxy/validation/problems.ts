import type { Duration } from 'cdk8s';
import { type PropProblem, unknownFields } from '../../errors';

/** Collects problems below one field. */
export class Problems {
  public constructor(
    private readonly found: PropProblem[],
    private readonly field: string,
  ) {}

  /** Those of a field below: `.name`, or `[0]` for a number. */
  public at(part: string | number): Problems {
    return new Problems(this.found, typeof part === 'number' ? `${this.field}[${part}]` : `${this.field}.${part}`);
  }

  public add(value: unknown, expected: string): void {
    this.found.push({ field: this.field, value, expected });
  }

  /** An object that is given has no field but these. */
  public known(value: object | undefined, fields: Readonly<Record<string, unknown>>): void {
    if (value !== undefined) this.found.push(...unknownFields(value, Object.keys(fields), `${this.field}.`));
  }

  /** A value that is given must pass. */
  public check<T>(value: T | undefined, passes: (value: T) => boolean, expected: string): void {
    if (value !== undefined && !passes(value)) this.add(value, expected);
  }

  public text(value: string | undefined, passes: (value: string) => boolean, expected: string): void {
    this.check(value, (v) => typeof v === 'string' && passes(v), expected);
  }

  /** A whole number in a range. */
  public whole(value: number | undefined, least: number, most = Number.MAX_SAFE_INTEGER): void {
    const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`;
    this.check(value, (v) => Number.isSafeInteger(v) && v >= least && v <= most, `a whole number ${range}`);
  }

  public oneOf(value: string | undefined, allowed: readonly string[]): void {
    this.check(value, (v) => allowed.includes(v), `one of ${allowed.join(', ')}`);
  }

  /** A time of at least a unit and in whole units, within what HAProxy can count (2^31 - 1 ms). */
  public duration(value: Duration | undefined, unit: 'millisecond' | 'second' = 'millisecond', limited = true): void {
    const millis = value?.toMilliseconds({ integral: false });
    const whole = (ms: number): boolean => Number.isSafeInteger(unit === 'second' ? ms / 1000 : ms);
    const most = limited ? 2 ** 31 - 1 : Number.MAX_SAFE_INTEGER;
    if (millis !== undefined && !(millis > 0 && millis <= most && whole(millis)))
      this.add(`${millis} ms`, `a time of one ${unit} or more, in whole ${unit}s${limited ? ', up to 24 days' : ''}`);
  }

  /** No two items of a list may say the same. */
  public distinct<T>(items: readonly T[] | undefined, text: (item: T) => string): void {
    const texts = items?.map(text) ?? [];
    texts.forEach((item, index) => {
      if (texts.indexOf(item) !== index) this.at(index).add(item, 'each one once');
    });
  }

  /** Each item of a list that must not be empty. */
  public each<T>(items: readonly T[] | undefined, check: (item: T, problems: Problems) => void): void {
    if (items?.length === 0) this.add('[]', 'at least one entry, or no such prop');
    items?.forEach((item, index) => check(item, this.at(index)));
  }
}
