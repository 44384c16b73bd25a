import { Duration } from 'cdk8s';
import type { IngressOptions, Rendered } from '../../lib/haproxy';
import { HaproxytechDialect, HttpsRedirect, IngressTls, JcmoraisjrDialect } from '../../lib/haproxy';
import { plain } from './samples';

const tls = { hosts: ['example.com'], tls: IngressTls.secret('example-tls') };

const haproxytech = (options: IngressOptions): Rendered => new HaproxytechDialect().render(options, plain);
const jcmoraisjr = (options: IngressOptions): Rendered => new JcmoraisjrDialect().render(options, plain);

describe('given a setting that the two controllers take differently', () => {
  test('when CORS has a cache time, then it is a time for haproxytech and seconds for jcmoraisjr', () => {
    const options = { cors: { maxAge: Duration.minutes(2) } };
    expect(haproxytech(options).ingressAnnotations['haproxy.org/cors-max-age']).toBe('120s');
    expect(jcmoraisjr(options).ingressAnnotations['haproxy-ingress.github.io/cors-max-age']).toBe('120');
  });

  test('when CORS has an origin, then haproxytech, which searches an expression, matches nothing around it', () => {
    const { ingressAnnotations } = haproxytech({ cors: { origins: ['https://a.example'] } });
    const expression = new RegExp(ingressAnnotations['haproxy.org/cors-allow-origin'] ?? '');
    expect('https://a.example').toMatch(expression);
    for (const other of ['https://a.example.evil.example', 'https://a-example', 'x https://a.example'])
      expect(other).not.toMatch(expression);
  });

  test('when CORS has an origin with an asterisk, then it is one label of the host in both, and the first answer is no other', () => {
    const options = { cors: { origins: ['https://*.example.com'], credentials: true } };
    const { ingressAnnotations } = jcmoraisjr(options);
    const patterns = [
      haproxytech(options).ingressAnnotations['haproxy.org/cors-allow-origin'],
      ingressAnnotations['haproxy-ingress.github.io/cors-allow-origin-regex'],
    ];
    for (const pattern of patterns) {
      expect('https://shop.example.com').toMatch(new RegExp(pattern ?? ''));
      for (const other of [
        'https://example.com',
        'https://a.b.example.com',
        'https://a.example.com.evil',
        'https://x/.example.com',
      ])
        expect(other).not.toMatch(new RegExp(pattern ?? ''));
    }
    expect(ingressAnnotations['haproxy-ingress.github.io/cors-allow-origin']).toBe('https://none.invalid');
  });

  test.each(['https://*.example.com', 'http://[::1]:3000', 'https://a_b.example.com', 'capacitor://localhost'])(
    'when CORS has the origin %s beside a plain one, then jcmoraisjr gets nothing that it would widen to every origin',
    (origin) => {
      const { ingressAnnotations } = jcmoraisjr({ cors: { origins: [origin, 'https://a.example'] } });
      const plain = ingressAnnotations['haproxy-ingress.github.io/cors-allow-origin']?.split(',') ?? [];
      // The expression of the controller's own validator, v0.16.1.
      for (const each of plain) expect(each).toMatch(/^[a-zA-Z][a-zA-Z0-9+.-]*:\/\/[A-Za-z0-9\-.]*(:[0-9]+)?$/);
      const pattern = ingressAnnotations['haproxy-ingress.github.io/cors-allow-origin-regex'] ?? '';
      const sent = origin.replace('*', 'x');
      expect(plain.includes(sent) || new RegExp(pattern).test(sent)).toBe(true);
    },
  );

  test('when there is a cookie, then it is on the Service, for the form on the Ingress is deprecated', () => {
    const rendered = haproxytech({ affinity: { cookieName: 'SRV' } });
    expect(rendered.serviceAnnotations['haproxy.org/cookie-persistence']).toBe('SRV');
    expect(rendered.ingressAnnotations).toEqual({});
  });

  test('when there are snippets, then they are never on the Ingress, where they would make reloads', () => {
    const options = { backendSnippet: ['option httpclose'], slowStart: Duration.seconds(9), retries: {} };
    expect(haproxytech(options).ingressAnnotations).toEqual({});
    expect(jcmoraisjr(options).ingressAnnotations).toEqual({});
  });

  test('when there is TLS without HSTS, then jcmoraisjr is told so, for it would send the header', () => {
    expect(jcmoraisjr(tls).ingressAnnotations['haproxy-ingress.github.io/hsts']).toBe('false');
    expect(haproxytech(tls).ingressAnnotations).not.toHaveProperty(['haproxy.org/response-set-header']);
  });

  test('when HSTS and a header are set, then haproxytech gets both in one annotation', () => {
    const { ingressAnnotations } = haproxytech({ ...tls, hsts: {}, responseHeaders: { 'X-A': 'b' } });
    expect(ingressAnnotations['haproxy.org/response-set-header']?.split('\n')).toEqual([
      'Strict-Transport-Security "max-age=31536000"',
      'X-A "b"',
    ]);
  });

  test('when HTTP is redirected without a certificate of its own, then only haproxytech can', () => {
    const options = { httpsRedirect: HttpsRedirect.FOUND };
    expect(haproxytech(options).ingressAnnotations['haproxy.org/ssl-redirect']).toBe('true');
    expect(jcmoraisjr(options).problems).toEqual([expect.objectContaining({ field: 'ingress.httpsRedirect' })]);
  });
});
