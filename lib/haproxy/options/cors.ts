import type { Duration } from 'cdk8s';

/** Which scripts of other origins may call. */
export interface Cors {
  /**
   * Origins, for example `https://app.example.com`, `capacitor://localhost`, or `https://*.example.com`, where the
   * asterisk stands for one label.
   * @default - every origin
   */
  readonly origins?: readonly string[];
  /**
   * Methods.
   * @default - GET, PUT, POST, DELETE, PATCH and OPTIONS
   */
  readonly methods?: readonly string[];
  /**
   * Request headers.
   * @default - all
   */
  readonly headers?: readonly string[];
  /**
   * Response headers that scripts may read. Only jcmoraisjr; on haproxytech a response header
   * `Access-Control-Expose-Headers` does the same.
   * @default - those that CORS allows anyway
   */
  readonly exposeHeaders?: readonly string[];
  /**
   * Whether cookies and credentials may be sent; needs `origins`.
   * @default false
   */
  readonly credentials?: boolean;
  /**
   * How long browsers keep the answer to a preflight request, in whole seconds.
   * @default Duration.minutes(10)
   */
  readonly maxAge?: Duration;
}
