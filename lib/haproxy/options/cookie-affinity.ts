/** Sends a client's later requests to the pod of its first, by a cookie that HAProxy inserts and removes. */
export interface CookieAffinity {
  /** The cookie's name, for example `SRV`. */
  readonly cookieName: string;
  /**
   * Whether the value is a hash of the pod's address, equal on all controller replicas, rather than the name of its
   * server slot.
   * @default true
   */
  readonly dynamic?: boolean;
  /**
   * Whether the cookie is sent for all hosts of the Ingress. Only jcmoraisjr.
   * @default false
   */
  readonly shared?: boolean;
  /**
   * Whether other sites' pages send the cookie (`SameSite=None; Secure`). Only jcmoraisjr.
   * @default false
   */
  readonly crossSite?: boolean;
}
