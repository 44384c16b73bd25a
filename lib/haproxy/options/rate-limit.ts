import type { Duration } from 'cdk8s';

/** Limits the requests of one client address. Counted in each controller pod on its own. */
export interface RateLimit {
  /** Requests per period and client address, a whole number of at least 1. */
  readonly requests: number;
  /**
   * The period. jcmoraisjr knows one second only.
   * @default Duration.seconds(1)
   */
  readonly period?: Duration;
  /**
   * The status of a refused request. jcmoraisjr knows 429 only.
   * @default 429
   */
  readonly statusCode?: number;
  /**
   * Client addresses that are remembered at once. Not on jcmoraisjr.
   * @default - the controller's, 100 000
   */
  readonly trackedClients?: number;
  /**
   * Addresses and CIDR ranges without a limit. haproxytech: from 3.2.
   * @default - none
   */
  readonly exempt?: readonly string[];
}
