/** A ratio that is to stay below a limit. */
export interface Target {
  readonly what: string;
  readonly value: number;
  /** The value may be this large; the unit is in `what`. */
  readonly limit: number;
}

/** Whether a ratio is within its limit, as it is printed. */
export function isMet({ value, limit }: Target): boolean {
  return Number(value.toFixed(2)) <= limit;
}
