import { Duration } from 'cdk8s';
import type {
  BackendTls,
  BasicAuth,
  CookieAffinity,
  Cors,
  ExtraAnnotations,
  Hsts,
  HttpCheck,
  IngressOptions,
  RateLimit,
  Retries,
  Timeouts,
} from '../../lib/haproxy';
import {
  CheckMethod,
  HaproxytechDialect,
  IngressTls,
  JcmoraisjrDialect,
  RetryOn,
  ServerCheck,
} from '../../lib/haproxy';
import { encrypted } from './samples';

/** Every part of every option that has parts, none of them its default. A part that is missing does not compile. */
const parts: {
  readonly affinity: Required<CookieAffinity>;
  readonly annotations: Required<ExtraAnnotations>;
  readonly backendTls: Required<BackendTls>;
  readonly basicAuth: Required<BasicAuth>;
  readonly cors: Required<Cors>;
  readonly healthCheck: Required<HttpCheck>;
  readonly hsts: Required<Hsts>;
  readonly rateLimit: Required<RateLimit>;
  readonly retries: Required<Retries>;
  readonly timeouts: Required<Timeouts>;
} = {
  affinity: { cookieName: 'SRV', dynamic: false, shared: true, crossSite: true },
  annotations: { ingress: { 'example.com/a': '1' }, service: { 'example.com/b': '2' } },
  backendTls: { caSecretName: 'ca', clientSecretName: 'client', serverName: 'interlok' },
  basicAuth: { secretName: 'users', realm: 'Orders' },
  cors: {
    origins: ['https://example.com'],
    methods: ['POST'],
    headers: ['X-Id'],
    exposeHeaders: ['X-Id'],
    credentials: true,
    maxAge: Duration.hours(1),
  },
  healthCheck: {
    path: '/alive',
    method: CheckMethod.GET,
    interval: Duration.seconds(7),
    timeout: Duration.seconds(1),
    rise: 4,
    fall: 5,
  },
  hsts: { maxAge: Duration.days(400), includeSubdomains: true, preload: true },
  rateLimit: { requests: 9, period: Duration.seconds(5), statusCode: 503, trackedClients: 7, exempt: ['10.0.0.1'] },
  retries: { attempts: 5, redispatch: false, on: [RetryOn.EMPTY_RESPONSE] },
  timeouts: {
    connect: Duration.seconds(1),
    server: Duration.seconds(2),
    serverFin: Duration.seconds(3),
    queue: Duration.seconds(4),
    tunnel: Duration.seconds(5),
    httpRequest: Duration.seconds(6),
    keepAlive: Duration.seconds(7),
  },
};

const required = ['affinity.cookieName', 'basicAuth.secretName', 'rateLimit.requests'];

const cases = Object.entries(parts).flatMap(([option, values]) =>
  Object.keys(values)
    .map((part) => ({ option, part, values: values }))
    .filter(({ part }) => !required.includes(`${option}.${part}`)),
);

describe.each([new HaproxytechDialect(), new JcmoraisjrDialect()])('given the dialect $name', (dialect) => {
  test.each(cases)('when $option.$part is left out, then what is rendered differs', ({ option, part, values }) => {
    const render = (value: Readonly<Record<string, unknown>>): string =>
      JSON.stringify(
        dialect.render(
          {
            hosts: ['example.com'],
            tls: IngressTls.secret('example-tls'),
            [option]: option === 'healthCheck' ? ServerCheck.http(value) : value,
          } satisfies IngressOptions,
          encrypted,
        ),
      );
    const without = Object.fromEntries(Object.entries(values).filter(([name]) => name !== part));
    expect(render(without)).not.toBe(render(values));
  });
});
