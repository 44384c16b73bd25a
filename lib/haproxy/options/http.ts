/** Whether and how plain HTTP is redirected to HTTPS. */
export enum HttpsRedirect {
  /** Plain HTTP is served. */
  OFF = 'off',
  /** Browsers remember it. */
  MOVED_PERMANENTLY = '301',
  FOUND = '302',
  SEE_OTHER = '303',
  /** Keeps the method: a POST stays a POST. */
  TEMPORARY_REDIRECT = '307',
  /** Keeps the method, and browsers remember it. */
  PERMANENT_REDIRECT = '308',
}

/** The HTTP version towards the pods; whether it is encrypted follows from the listener. */
export enum HttpVersion {
  HTTP_1 = 'http1',
  /** Needs a listener that speaks it: Interlok's plain Jetty connections do not. */
  HTTP_2 = 'http2',
}

/** The version of the PROXY protocol towards the pods; the pods' Jetty has to expect it. */
export enum ProxyProtocol {
  V1 = 'v1',
  V2 = 'v2',
}

/** How HAProxy proves, and checks, identities towards pods that speak https. */
export interface BackendTls {
  /**
   * Secret with the CA that signed the pods' certificates (haproxytech: key `tls.crt`; jcmoraisjr: key `ca.crt`).
   * @default - the pods' certificates are not verified
   */
  readonly caSecretName?: string;
  /**
   * Secret of type `kubernetes.io/tls` with HAProxy's own certificate.
   * @default - HAProxy shows none
   */
  readonly clientSecretName?: string;
  /**
   * The name that HAProxy asks for (SNI) and, with a CA, that the certificate must carry.
   * @default - none
   */
  readonly serverName?: string;
}

/** Annotations that no option covers. They add to, and win over, those of the options. */
export interface ExtraAnnotations {
  /** @default - none */
  readonly ingress?: Readonly<Record<string, string>>;
  /** @default - none */
  readonly service?: Readonly<Record<string, string>>;
}
