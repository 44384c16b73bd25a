import { Duration } from 'cdk8s';
import type { HaproxyBackend, IngressOptions } from '../../lib/haproxy';
import {
  CheckMethod,
  ConnectionLimit,
  HttpsRedirect,
  HttpVersion,
  IngressDialect,
  IngressPathType,
  IngressTls,
  LoadBalancing,
  PathRewrite,
  ProxyProtocol,
  RetryOn,
  ServerCheck,
} from '../../lib/haproxy';

/** Three pods with one `standard-workflow` behind a plain listener. */
export const plain: HaproxyBackend = {
  protocol: 'http',
  concurrencyPerPod: 1,
  replicas: 3,
  healthPath: '/hello-world',
  ports: 1,
};

/** The same behind an https listener. */
export const encrypted: HaproxyBackend = { ...plain, protocol: 'https' };

const tls = { hosts: ['example.com'], tls: IngressTls.secret('example-tls') };

/** Ways to use each option, none of them its default. An option without a sample does not compile. */
export const samples: { readonly [K in keyof Required<IngressOptions>]: readonly IngressOptions[] } = {
  dialect: [{ dialect: IngressDialect.JCMORAISJR }],
  ingressClassName: [{ ingressClassName: 'internal' }],
  hosts: [{ hosts: ['example.com', '*.example.org'] }],
  paths: [{ paths: [{ path: '/orders', pathType: IngressPathType.EXACT, port: 8081 }, { path: '/' }] }],
  tls: [
    tls,
    { ...tls, tls: IngressTls.issuer('letsencrypt') },
    { ...tls, tls: IngressTls.clusterIssuer('letsencrypt', 'example-tls') },
  ],
  httpsRedirect: Object.values(HttpsRedirect).map((httpsRedirect) => ({ ...tls, httpsRedirect })),
  hsts: [
    { ...tls, hsts: {} },
    { ...tls, hsts: { maxAge: Duration.days(730), includeSubdomains: true, preload: true } },
  ],
  loadBalancing: [
    LoadBalancing.roundRobin(),
    LoadBalancing.first(),
    LoadBalancing.source(),
    LoadBalancing.path(),
    LoadBalancing.queryParameter('customer'),
    LoadBalancing.header('X-Customer'),
    LoadBalancing.random(),
    LoadBalancing.random(3),
  ].map((loadBalancing) => ({ loadBalancing })),
  healthCheck: [
    ServerCheck.none(),
    ServerCheck.tcp({ interval: Duration.millis(1500), rise: 1, fall: 5, timeout: Duration.seconds(1) }),
    ServerCheck.http(),
    ServerCheck.http({ path: '/workflow-health-check/alive', method: CheckMethod.GET, interval: Duration.seconds(5) }),
  ].map((healthCheck) => ({ healthCheck })),
  timeouts: [
    {
      timeouts: {
        connect: Duration.seconds(2),
        server: Duration.minutes(5),
        serverFin: Duration.seconds(10),
        tunnel: Duration.hours(2),
      },
    },
    { timeouts: { queue: Duration.seconds(20) } },
    { timeouts: { httpRequest: Duration.seconds(10), keepAlive: Duration.seconds(30) } },
  ],
  retries: [
    { retries: { attempts: 0 } },
    { retries: { redispatch: false } },
    { retries: { attempts: 5, on: [RetryOn.CONNECTION_FAILURE, RetryOn.EMPTY_RESPONSE, RetryOn.STATUS_503] } },
  ],
  slowStart: [{ slowStart: Duration.seconds(30) }],
  affinity: [
    { affinity: { cookieName: 'SRV' } },
    { affinity: { cookieName: 'SRV', dynamic: false } },
    { affinity: { cookieName: 'SRV', shared: true, crossSite: true } },
  ],
  connectionsPerPod: [{ connectionsPerPod: ConnectionLimit.of(8) }, { connectionsPerPod: ConnectionLimit.none() }],
  serverSlots: [{ serverSlots: 20 }],
  rateLimit: [
    { rateLimit: { requests: 10, exempt: ['10.0.0.0/8', '2001:db8::/32'] } },
    { rateLimit: { requests: 600, period: Duration.minutes(1), statusCode: 503, trackedClients: 50_000 } },
  ],
  allowList: [{ allowList: ['192.0.2.1', '10.0.0.0/8'] }],
  denyList: [{ denyList: ['2001:db8::1'] }],
  basicAuth: [{ basicAuth: { secretName: 'users' } }, { basicAuth: { secretName: 'users', realm: 'Orders' } }],
  cors: [
    { cors: {} },
    {
      cors: {
        origins: ['https://a.example.com', 'http://localhost:3000', 'https://*.b.example.com', 'capacitor://localhost'],
        methods: ['POST'],
        headers: ['Content-Type', 'X-Id'],
        exposeHeaders: ['X-Id'],
        credentials: true,
        maxAge: Duration.hours(1),
      },
    },
  ],
  requestHeaders: [{ requestHeaders: { 'X-Tenant': 'blue', 'X-Note': '100% "of" $HOME \\ it' } }],
  responseHeaders: [{ responseHeaders: { 'X-Frame-Options': 'DENY', 'X-Note': 'a; b' } }],
  pathRewrite: [
    PathRewrite.stripPrefix('/api/v1.0'),
    PathRewrite.replacePrefix('/api', '/v2'),
    PathRewrite.to('/in%20box'),
    PathRewrite.regex('^/(\\d+)/(.*)$', '/\\2/\\1'),
  ].map((pathRewrite) => ({ pathRewrite })),
  backendProtocol: [{ backendProtocol: HttpVersion.HTTP_1 }, { backendProtocol: HttpVersion.HTTP_2 }],
  backendTls: [{ backendTls: { caSecretName: 'ca', clientSecretName: 'client', serverName: 'interlok.example.com' } }],
  forwardedFor: [{ forwardedFor: false }],
  clientAddressHeader: [{ clientAddressHeader: 'X-Real-IP' }],
  proxyProtocol: [{ proxyProtocol: ProxyProtocol.V1 }, { proxyProtocol: ProxyProtocol.V2 }],
  annotations: [{ annotations: { ingress: { 'example.com/owner': 'orders' }, service: { 'example.com/tier': '1' } } }],
  backendSnippet: [{ backendSnippet: ['  compression algo gzip', 'compression type text/xml application/json'] }],
  configSnippets: [{ configSnippets: false }, { configSnippets: false, slowStart: Duration.seconds(30) }],
};
