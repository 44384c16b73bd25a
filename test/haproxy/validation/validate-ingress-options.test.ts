import { Duration } from 'cdk8s';
import fc from 'fast-check';
import type { IngressOptions } from '../../../lib/haproxy';
import {
  ConnectionLimit,
  HaproxytechDialect,
  IngressTls,
  JcmoraisjrDialect,
  LoadBalancing,
  PathRewrite,
  ServerCheck,
  validateIngressOptions,
} from '../../../lib/haproxy';
import { plain } from '../samples';

const tls = { hosts: ['example.com'], tls: IngressTls.secret('example-tls') };

test.each<[string, IngressOptions]>([
  ['connectionPerPod', { connectionPerPod: ConnectionLimit.none() } as IngressOptions],
  ['hosts[0]', { hosts: ['Example.com'] }],
  ['hosts[1]', { hosts: ['example.com', 'a.*.com'] }],
  ['hosts[0]', { hosts: ['10.0.0.1'] }],
  ['hosts[0]', { hosts: ['example.com:80'] }],
  ['hosts[0]', { hosts: [`${'a'.repeat(64)}.com`] }],
  ['hosts', { hosts: [] }],
  ['hosts', { tls: IngressTls.secret('x') }],
  ['ingressClassName', { ingressClassName: 'HAProxy' }],
  ['dialect', { dialect: 'nginx' as never }],
  ['hosts[2]', { hosts: ['a.example', 'b.example', 'a.example'] }],
  ['paths', { paths: [] }],
  ['paths[1]', { paths: [{ path: '/a' }, { path: '/a', port: 8081 }] }],
  ['paths[0].path', { paths: [{ path: 'orders' }] }],
  ['paths[0].path', { paths: [{ path: '/a//b' }] }],
  ['paths[0].path', { paths: [{ path: '/a/..' }] }],
  ['paths[0].path', { paths: [{ path: '/a b' }] }],
  ['paths[1].port', { paths: [{ path: '/' }, { path: '/b', port: 65536 }] }],
  ['paths[0].pathType', { paths: [{ path: '/', pathType: 'regex' as never }] }],
  ['tls.secretName', { ...tls, tls: IngressTls.secret('Not a name') }],
  ['tls.issuerName', { ...tls, tls: IngressTls.issuer('') }],
  ['httpsRedirect', { ...tls, httpsRedirect: '200' as never }],
  ['hsts', { hsts: {} }],
  ['hsts.maxAge', { ...tls, hsts: { maxAge: Duration.millis(1500) } }],
  ['hsts.preload', { ...tls, hsts: { preload: true } }],
  ['hsts.preload', { ...tls, hsts: { preload: true, includeSubdomains: true, maxAge: Duration.days(364) } }],
  ['loadBalancing', { loadBalancing: LoadBalancing.random(0) }],
  ['loadBalancing', { loadBalancing: LoadBalancing.header('X Y') }],
  ['healthCheck.path', { healthCheck: ServerCheck.http({ path: '/a HTTP/1.1' }) }],
  ['healthCheck.interval', { healthCheck: ServerCheck.tcp({ interval: Duration.seconds(0) }) }],
  ['healthCheck.timeout', { healthCheck: ServerCheck.tcp({ timeout: Duration.millis(0.5) }) }],
  ['healthCheck.rise', { healthCheck: ServerCheck.tcp({ rise: 0 }) }],
  ['healthCheck.fall', { healthCheck: ServerCheck.tcp({ fall: 1.5 }) }],
  ['timeouts.queue', { timeouts: { queue: Duration.seconds(Number.NaN) } }],
  ['timeouts.server', { timeouts: { server: Duration.days(25) } }],
  ['retries.attempts', { retries: { attempts: -1 } }],
  ['retries.attempts', { retries: { attempts: 0, redispatch: true } }],
  ['retries.on', { retries: { on: [] } }],
  ['retries.on[0]', { retries: { on: ['all' as never] } }],
  ['slowStart', { slowStart: Duration.seconds(0) }],
  ['connectionsPerPod', { connectionsPerPod: ConnectionLimit.of(0) }],
  ['serverSlots', { serverSlots: Number.NaN }],
  ['affinity.cookieName', { affinity: { cookieName: 'a b' } }],
  ['rateLimit.requests', { rateLimit: { requests: 0 } }],
  ['rateLimit.statusCode', { rateLimit: { requests: 1, statusCode: 200 } }],
  ['rateLimit.exempt[0]', { rateLimit: { requests: 1, exempt: ['10.0.0.0/33'] } }],
  ['allowList[1]', { allowList: ['::1', '10.0.0'] }],
  ['allowList[0]', { allowList: ['fe80::1%eth0'] }],
  ['denyList[0]', { denyList: ['2001:db8::/129'] }],
  ['denyList[0]', { denyList: ['10.0.0.0/8/8'] }],
  ['basicAuth.secretName', { basicAuth: { secretName: 'default/users' } }],
  ['basicAuth.realm', { basicAuth: { secretName: 'users', realm: 'a "b"' } }],
  ['cors.origins[0]', { cors: { origins: ['https://example.com/'] } }],
  ['cors.origins[0]', { cors: { origins: ['example.com'] } }],
  ...['*', 'null', 'https://*', 'https://a*.example.com', 'https://*.*.example.com', 'https://x.*.example.com'].map(
    (origin): [string, IngressOptions] => ['cors.origins[0]', { cors: { origins: [origin] } }],
  ),
  ...['https://example.com:443', 'https://EXAMPLE.com', 'file://x', 'capacitor://localhost/app', 'x://*'].map(
    (origin): [string, IngressOptions] => ['cors.origins[0]', { cors: { origins: [origin] } }],
  ),
  ['cors.origins', { cors: { origins: [], credentials: true } }],
  ['cors.methods[0]', { cors: { methods: ['post'] } }],
  ['cors.credentials', { cors: { credentials: true } }],
  ['cors.maxAge', { cors: { maxAge: Duration.millis(1500) } }],
  ["requestHeaders['X:Y']", { requestHeaders: { 'X:Y': 'a' } }],
  ["requestHeaders['X-A']", { requestHeaders: { 'X-A': 'a\nb' } }],
  ["responseHeaders['X-A']", { responseHeaders: { 'X-A': '' } }],
  [
    "responseHeaders['strict-transport-security']",
    { ...tls, hsts: {}, responseHeaders: { 'strict-transport-security': 'max-age=1' } },
  ],
  ['pathRewrite.prefix', { pathRewrite: PathRewrite.stripPrefix('api') }],
  ['pathRewrite.replacement', { pathRewrite: PathRewrite.replacePrefix('/api', '') }],
  ['pathRewrite.path', { pathRewrite: PathRewrite.to('/a b') }],
  ['pathRewrite.pattern', { pathRewrite: PathRewrite.regex('(', '/') }],
  ['pathRewrite.replacement', { pathRewrite: PathRewrite.regex('/a', '/a if TRUE') }],
  ['backendTls.serverName', { backendTls: { serverName: 'a)b' } }],
  ['backendProtocol', { backendProtocol: 'http3' as never }],
  ['proxyProtocol', { proxyProtocol: 'v3' as never }],
  ['clientAddressHeader', { clientAddressHeader: 'X-Real-IP)' }],
  ['backendSnippet[0]', { backendSnippet: ['a\nbackend other'] }],
  ['backendSnippet[1]', { backendSnippet: ['option httpclose', ' '] }],
  ['backendSnippet[0]', { backendSnippet: ['  frontend other'] }],
  ['backendSnippet[0]', { backendSnippet: ['###_config-snippet_### END'] }],
  ["annotations.ingress['a b']", { annotations: { ingress: { 'a b': 'c' } } }],
  ["annotations.service['a']", { annotations: { service: { a: 1 as never } } }],
  [
    "annotations.ingress['haproxy-ingress.github.io/hsts']",
    { annotations: { ingress: { 'haproxy-ingress.github.io/hsts': 'true' } } },
  ],
  [
    "annotations.service['ingress.kubernetes.io/check']",
    { annotations: { service: { 'ingress.kubernetes.io/check': 'true' } } },
  ],
  [
    "annotations.service['haproxy.com/backend-config-snippet']",
    { annotations: { service: { 'haproxy.com/backend-config-snippet': 'x' } } },
  ],
  [
    "annotations.ingress['kubernetes.io/ingress.class']",
    { annotations: { ingress: { 'kubernetes.io/ingress.class': 'haproxy' } } },
  ],
])('given a wrong %s, when validated, then that field alone is named', (field, options) => {
  const problems = validateIngressOptions(options, 'props.ingress');
  expect(problems.map((problem) => problem.field)).toEqual([`props.ingress.${field}`]);
  expect(problems[0]?.expected).not.toBe('');
});

test('given several mistakes, when validated, then all are named at once', () => {
  const options = { hosts: ['A', 'b', 'C'], serverSlots: 0, backendSnippet: ['\n'] };
  expect(validateIngressOptions(options).map(({ field }) => field)).toEqual([
    'ingress.hosts[0]',
    'ingress.hosts[2]',
    'ingress.serverSlots',
    'ingress.backendSnippet[0]',
  ]);
});

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom('a\nb', 'a\r', '"', '\\', '%', '$X'));

const name = fc.stringMatching(/^[A-Za-z][A-Za-z-]{0,7}$/);

test('given any texts, when they pass, then no line of a snippet or header annotation comes from inside one', () => {
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1 }),
      fc.dictionary(name, text, { noNullPrototype: true }),
      (lines, headers) => {
        const options = { backendSnippet: lines, requestHeaders: headers, responseHeaders: headers };
        if (validateIngressOptions(options).length > 0) return;
        const count = Object.keys(headers).length;
        const haproxytech = new HaproxytechDialect().render(options, plain);
        const lineCount = (value: string | undefined): number => value?.split(/[\n\r\u2028\u2029]/).length ?? 0;
        expect(lineCount(haproxytech.serviceAnnotations['haproxy.org/backend-config-snippet'])).toBe(4 + lines.length);
        expect(lineCount(haproxytech.ingressAnnotations['haproxy.org/request-set-header'])).toBe(count);
        const { serviceAnnotations } = new JcmoraisjrDialect().render(options, plain);
        expect(lineCount(serviceAnnotations['haproxy-ingress.github.io/config-backend'])).toBe(lines.length + count);
      },
    ),
  );
});

test('given any values in any field, when validated, then there is a list of problems and no exception', () => {
  const options = fc.record(
    {
      hosts: fc.array(text),
      allowList: fc.array(text),
      ingressClassName: text,
      serverSlots: fc.double(),
      clientAddressHeader: text,
      annotations: fc.record({ ingress: fc.dictionary(text, text), service: fc.dictionary(text, text) }),
      cors: fc.record({ origins: fc.array(text), headers: fc.array(text) }, { requiredKeys: [] }),
      pathRewrite: fc.tuple(text, text).map(([a, b]) => PathRewrite.regex(a, b)),
    },
    { requiredKeys: [] },
  );
  fc.assert(fc.property(options, (given) => Array.isArray(validateIngressOptions(given))));
});
