/** An Interlok release, for example 5.0.1. Immutable. */
export interface Release {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}
