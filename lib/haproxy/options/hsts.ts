import type { Duration } from 'cdk8s';

/** HTTP Strict Transport Security: browsers that saw the header use HTTPS only. Needs TLS. */
export interface Hsts {
  /**
   * How long, in whole seconds.
   * @default Duration.days(365)
   */
  readonly maxAge?: Duration;
  /**
   * Whether it holds for every host below this one too.
   * @default false
   */
  readonly includeSubdomains?: boolean;
  /**
   * Asks for the browsers' built-in lists; needs `includeSubdomains` and a year.
   * @default false
   */
  readonly preload?: boolean;
}
