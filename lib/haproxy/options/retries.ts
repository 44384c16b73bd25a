/** What, beside a refused connection, is worth another attempt. Only for requests that may run twice. */
export enum RetryOn {
  /** The connection fails before anything was sent. */
  CONNECTION_FAILURE = 'conn-failure',
  /** The pod closes the connection without an answer; it may have run the request. */
  EMPTY_RESPONSE = 'empty-response',
  /** What comes back is no HTTP; the pod may have run the request. */
  JUNK_RESPONSE = 'junk-response',
  /** The server timeout passes; the pod may still be running the request. */
  RESPONSE_TIMEOUT = 'response-timeout',
  STATUS_500 = '500',
  STATUS_502 = '502',
  STATUS_503 = '503',
  STATUS_504 = '504',
}

/** What happens to a request whose pod cannot be reached. */
export interface Retries {
  /**
   * Attempts after the first; 0 for none, which switches redispatch off too.
   * @default 3
   */
  readonly attempts?: number;
  /**
   * Whether each further attempt goes to another pod. Without it all attempts go to the pod that is leaving, and
   * clients see 503 during a rolling update.
   * @default true
   * @see https://github.com/haproxytech/kubernetes-ingress/issues/825
   */
  readonly redispatch?: boolean;
  /**
   * What is retried.
   * @default - failed connections, which is safe for every request
   */
  readonly on?: readonly RetryOn[];
}
