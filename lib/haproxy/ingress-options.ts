import type { Duration } from 'cdk8s';
import type {
  BackendTls,
  BasicAuth,
  ConnectionLimit,
  CookieAffinity,
  Cors,
  ExtraAnnotations,
  Hsts,
  HttpsRedirect,
  HttpVersion,
  IngressTls,
  LoadBalancing,
  PathRewrite,
  ProxyProtocol,
  RateLimit,
  Retries,
  ServerCheck,
  Timeouts,
} from './options';

/** The ingress controller that reads the Ingress. They share no annotation and few defaults. */
export enum IngressDialect {
  /** haproxytech/kubernetes-ingress 3.2. */
  HAPROXYTECH = 'haproxytech',
  /** jcmoraisjr/haproxy-ingress v0.16. */
  JCMORAISJR = 'jcmoraisjr',
}

/** How a path of an Ingress matches. */
export enum IngressPathType {
  /** This path alone. */
  EXACT = 'exact',
  /** This path and everything below. */
  PREFIX = 'prefix',
}

/** A path of the Ingress and where it leads. */
export interface IngressPath {
  /** Begins with a slash. */
  readonly path: string;
  /** @default IngressPathType.PREFIX */
  readonly pathType?: IngressPathType;
  /**
   * The port that the adapter listens on.
   * @default - the only port with HTTP consumers; an error where there are several
   */
  readonly port?: number;
}

/**
 * Everything about the load balancer in front of the adapter, in terms of load balancing. The dialect turns it into
 * annotations of the Ingress and the Service; what a controller cannot do is an error that names the alternative.
 */
export interface IngressOptions {
  /**
   * The controller that reads the Ingress.
   * @default IngressDialect.HAPROXYTECH
   */
  readonly dialect?: IngressDialect;
  /**
   * The IngressClass.
   * @default 'haproxy'
   */
  readonly ingressClassName?: string;
  /**
   * Host names, also wildcards of one label such as `*.example.com`.
   * @default - every host
   */
  readonly hosts?: readonly string[];
  /**
   * The paths, instead of those of the adapter's consumers.
   * @default - the consumers' paths
   */
  readonly paths?: readonly IngressPath[];
  /**
   * The certificate; needs `hosts`.
   * @default - plain HTTP
   */
  readonly tls?: IngressTls;
  /**
   * Whether plain HTTP is redirected to HTTPS, and with which status.
   * @default HttpsRedirect.FOUND with `tls`, HttpsRedirect.OFF without
   */
  readonly httpsRedirect?: HttpsRedirect;
  /**
   * HTTP Strict Transport Security; needs `tls`.
   * @default - no such header
   */
  readonly hsts?: Hsts;
  /**
   * How the pod for a request is picked.
   * @default LoadBalancing.leastConnections()
   */
  readonly loadBalancing?: LoadBalancing;
  /**
   * How HAProxy checks the pods.
   * @default ServerCheck.tcp()
   */
  readonly healthCheck?: ServerCheck;
  /**
   * How long HAProxy waits.
   * @default - see each of them
   */
  readonly timeouts?: Timeouts;
  /**
   * What happens to a request whose pod cannot be reached.
   * @default - 3 attempts, each at another pod
   */
  readonly retries?: Retries;
  /**
   * Time over which a pod that comes up gets its full share.
   * @default - it gets it at once
   */
  readonly slowStart?: Duration;
  /**
   * Keeps a client at one pod.
   * @default - none: any pod serves any request
   */
  readonly affinity?: CookieAffinity;
  /**
   * Requests that are open at one pod; further ones wait in HAProxy.
   * @default ConnectionLimit.derived()
   */
  readonly connectionsPerPod?: ConnectionLimit;
  /**
   * Server slots that HAProxy keeps, so that pods come and go without a reload; a whole number of at least 1.
   * @default - haproxytech: 42, or twice the most replicas that there may be where that is more; jcmoraisjr: six free ones
   */
  readonly serverSlots?: number;
  /**
   * Limits the requests of one client address.
   * @default - no limit
   */
  readonly rateLimit?: RateLimit;
  /**
   * Client addresses and CIDR ranges that alone are served.
   * @default - all
   */
  readonly allowList?: readonly string[];
  /**
   * Client addresses and CIDR ranges that are refused.
   * @default - none
   */
  readonly denyList?: readonly string[];
  /**
   * Asks for a user and a password.
   * @default - nobody is asked
   */
  readonly basicAuth?: BasicAuth;
  /**
   * Which scripts of other origins may call.
   * @default - no CORS headers
   */
  readonly cors?: Cors;
  /**
   * Headers that pods get, as plain text.
   * @default - none
   */
  readonly requestHeaders?: Readonly<Record<string, string>>;
  /**
   * Headers that clients get, as plain text.
   * @default - none
   */
  readonly responseHeaders?: Readonly<Record<string, string>>;
  /**
   * Changes the path that pods see.
   * @default - pods see the path of the request
   */
  readonly pathRewrite?: PathRewrite;
  /**
   * The HTTP version towards the pods. Whether it is encrypted follows from the adapter's listener.
   * @default - HTTP/1.1; on haproxytech with an https listener, HTTP/2 where the listener offers it
   */
  readonly backendProtocol?: HttpVersion;
  /**
   * Identities towards pods whose listener is https.
   * @default - encrypted, but not verified
   */
  readonly backendTls?: BackendTls;
  /**
   * Whether pods get the client's address in `X-Forwarded-For`.
   * @default true
   */
  readonly forwardedFor?: boolean;
  /**
   * The request header that carries the client's address, where a proxy in front of HAProxy sets it: allow and deny
   * lists, rate limits and logs then go by it. Trust it only when clients cannot reach HAProxy past that proxy.
   * Only haproxytech.
   * @default - the address of the connection
   */
  readonly clientAddressHeader?: string;
  /**
   * Sends the client's address by the PROXY protocol.
   * @default - not sent
   */
  readonly proxyProtocol?: ProxyProtocol;
  /**
   * Annotations that no option covers.
   * @default - none
   */
  readonly annotations?: ExtraAnnotations;
  /**
   * Lines for HAProxy's `backend` section, after those of the options.
   * @default - none
   */
  readonly backendSnippet?: readonly string[];
  /**
   * Whether the controller, and the cluster's policy, accept configuration snippets. With `false` the defaults that
   * need one (on haproxytech: redispatch, retries and the limit of connections) are left out, and an option that
   * needs one is an error.
   * @default true
   */
  readonly configSnippets?: boolean;
}
