export type { Dialect, OptionsBehind, Rendered } from './dialect';
export { dialectOf } from './dialects';
export type { HaproxyBackend } from './haproxy-backend';
export { backendName, HaproxytechDialect } from './haproxytech';
export { IngressDialect, type IngressOptions, type IngressPath, IngressPathType } from './ingress-options';
export { JcmoraisjrDialect } from './jcmoraisjr';
export {
  type BackendTls,
  type BasicAuth,
  CheckMethod,
  type CheckTiming,
  concurrencyPerPod,
  ConnectionLimit,
  type CookieAffinity,
  type Cors,
  type ExtraAnnotations,
  type Hsts,
  type HttpCheck,
  HttpsRedirect,
  HttpVersion,
  IngressTls,
  LoadBalancing,
  PathRewrite,
  ProxyProtocol,
  type RateLimit,
  type Retries,
  RetryOn,
  ServerCheck,
  type Timeouts,
} from './options';
export { validateIngressOptions } from './validation';
