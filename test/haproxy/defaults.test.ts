import { HaproxytechDialect, JcmoraisjrDialect, LoadBalancing, ServerCheck, ConnectionLimit } from '../../lib/haproxy';
import { encrypted, plain } from './samples';

describe('given no options', () => {
  test('when rendered for haproxytech, then rolling updates lose nothing and each pod gets one request', () => {
    const { ingressAnnotations, serviceAnnotations, problems } = new HaproxytechDialect().render({}, plain);
    expect(problems).toEqual([]);
    expect(ingressAnnotations).toEqual({});
    expect(serviceAnnotations).toEqual({
      'haproxy.org/backend-config-snippet':
        'option redispatch 1\nretries 3\ntimeout queue 50s\ndefault-server maxconn 1',
      'haproxy.org/check': 'true',
      'haproxy.org/load-balance': 'leastconn',
    });
  });

  test('when rendered for jcmoraisjr, then what is on by default is left to the controller', () => {
    const { ingressAnnotations, serviceAnnotations, problems } = new JcmoraisjrDialect().render({}, plain);
    expect(problems).toEqual([]);
    expect(ingressAnnotations).toEqual({});
    expect(serviceAnnotations).toEqual({
      'haproxy-ingress.github.io/balance-algorithm': 'leastconn',
      'haproxy-ingress.github.io/health-check-interval': '2s',
      'haproxy-ingress.github.io/maxconn-server': '1',
      'haproxy-ingress.github.io/timeout-queue': '50s',
    });
  });

  test('when the listener is https, then the pods are spoken to over TLS without an option', () => {
    expect(new HaproxytechDialect().render({}, encrypted).serviceAnnotations).toMatchObject({
      'haproxy.org/server-ssl': 'true',
    });
    expect(new JcmoraisjrDialect().render({}, encrypted).serviceAnnotations).toMatchObject({
      'haproxy-ingress.github.io/backend-protocol': 'h1-ssl',
    });
  });

  test.each([
    [21, undefined],
    [22, '44'],
  ])('when there are %d replicas, then haproxytech gets slots for twice as many: %s', (replicas, slots) => {
    const { serviceAnnotations } = new HaproxytechDialect().render({}, { ...plain, replicas });
    expect(serviceAnnotations['haproxy.org/scale-server-slots']).toBe(slots);
  });
});

describe('given everything switched off', () => {
  const off = {
    retries: { attempts: 0 },
    connectionsPerPod: ConnectionLimit.none(),
    healthCheck: ServerCheck.none(),
  };

  test('when rendered for haproxytech, then the snippet says so, for the controller may have it in its ConfigMap', () => {
    expect(new HaproxytechDialect().render(off, plain).serviceAnnotations).toEqual({
      'haproxy.org/backend-config-snippet': 'no option redispatch\nretries 0',
      'haproxy.org/check': 'false',
      'haproxy.org/load-balance': 'leastconn',
    });
  });

  test('when rendered for jcmoraisjr, then its own default is switched off', () => {
    expect(new JcmoraisjrDialect().render(off, plain).serviceAnnotations).toEqual({
      'haproxy-ingress.github.io/balance-algorithm': 'leastconn',
      'haproxy-ingress.github.io/config-backend': 'no option redispatch\nretries 0',
    });
  });
});

describe('given a controller that accepts no snippets', () => {
  test('when nothing needs one by name, then the defaults give way', () => {
    const { serviceAnnotations, problems } = new HaproxytechDialect().render({ configSnippets: false }, plain);
    expect(problems).toEqual([]);
    expect(serviceAnnotations).not.toHaveProperty(['haproxy.org/backend-config-snippet']);
  });

  test.each([
    { connectionsPerPod: ConnectionLimit.derived() },
    { retries: {} },
    { backendSnippet: ['no option httpclose'] },
    { healthCheck: ServerCheck.tcp({ rise: 2 }) },
  ])('when %j needs one, then it is refused with the alternative', (options) => {
    const { problems } = new HaproxytechDialect().render({ ...options, configSnippets: false }, plain, 'props.ingress');
    expect(problems).toHaveLength(1);
    expect(problems[0]?.field).toMatch(new RegExp(`^props[.]ingress[.]${Object.keys(options).join()}`));
    expect(problems[0]?.expected).toContain('Backend custom resource');
  });
});

describe('given an HTTP check', () => {
  const options = { healthCheck: ServerCheck.http() };

  test.each([new HaproxytechDialect(), new JcmoraisjrDialect()])(
    'when no path is known, or none that HAProxy reads as one word, then $name refuses',
    (dialect) => {
      for (const healthPath of [undefined, '/a b', "/o'clock", '/a\nb'])
        expect(dialect.render(options, { ...plain, healthPath }).problems).toEqual([
          expect.objectContaining({ field: 'ingress.healthCheck.path', value: undefined }),
        ]);
    },
  );

  test.each([new HaproxytechDialect(), new JcmoraisjrDialect()])(
    'when the Service has two ports, then $name refuses, for the path is one of them only',
    (dialect) => {
      const { problems, serviceAnnotations } = dialect.render(options, { ...plain, ports: 2 });
      expect(problems).toEqual([expect.objectContaining({ field: 'ingress.healthCheck' })]);
      expect(JSON.stringify(serviceAnnotations)).not.toContain('hello-world');
    },
  );
});

describe.each([new HaproxytechDialect(), new JcmoraisjrDialect()])(
  'given the first pod with room on $name',
  (dialect) => {
    const loadBalancing = LoadBalancing.first();

    test('when no limit says how much room there is, then it is refused', () => {
      for (const [options, backend] of [
        [{}, { ...plain, concurrencyPerPod: undefined }],
        [{ connectionsPerPod: ConnectionLimit.none() }, plain],
      ] as const)
        expect(dialect.render({ ...options, loadBalancing }, backend).problems).toEqual([
          expect.objectContaining({ field: 'ingress.loadBalancing', value: 'first' }),
        ]);
    });

    test('when there is one, then it is taken', () => {
      expect(dialect.render({ loadBalancing }, plain).problems).toEqual([]);
    });
  },
);

describe('given annotations of the user', () => {
  test.each([
    [new HaproxytechDialect(), 'service', 'haproxy.org/rate-limit-requests', 'annotations.ingress'],
    [new HaproxytechDialect(), 'ingress', 'haproxy.org/route-acl', 'annotations.service'],
    [new HaproxytechDialect(), 'service', 'haproxy.org/timeout-queue', 'ConfigMap'],
    [new JcmoraisjrDialect(), 'service', 'haproxy-ingress.github.io/app-root', 'annotations.ingress'],
    [new JcmoraisjrDialect(), 'ingress', 'haproxy-ingress.github.io/forwardfor', 'ConfigMap'],
  ] as const)(
    'when $0.name would ignore one on the %s, then it is refused with the right place',
    (d, object, name, place) => {
      expect(d.render({ annotations: { [object]: { [name]: '1' } } }, plain).problems).toEqual([
        {
          field: `ingress.annotations.${object}['${name}']`,
          value: '1',
          expected: expect.stringContaining(place) as string,
        },
      ]);
    },
  );

  test('when one is read where it is, or not known here, then it is passed on', () => {
    const annotations = {
      ingress: { 'haproxy.org/request-capture': 'hdr(X)', 'haproxy.org/of-tomorrow': '1' },
      service: { 'haproxy.org/abortonclose': 'true', 'haproxy.org/route-acl': 'path /a' },
    };
    const { ingressAnnotations, serviceAnnotations, problems } = new HaproxytechDialect().render(
      { annotations },
      plain,
    );
    expect(problems).toEqual([]);
    expect(ingressAnnotations).toMatchObject(annotations.ingress);
    expect(serviceAnnotations).toMatchObject(annotations.service);
  });

  test('when one is the same as that of an option, then the user wins', () => {
    const service = { 'haproxy.org/load-balance': 'rdp-cookie' };
    expect(new HaproxytechDialect().render({ annotations: { service } }, plain).serviceAnnotations).toMatchObject(
      service,
    );
  });

  test.each([new HaproxytechDialect(), new JcmoraisjrDialect()])(
    'when one is the snippet of $name, then it is refused, for it would drop the lines of the options',
    (dialect) => {
      const annotations = {
        service: { 'haproxy.org/backend-config-snippet': 'x', 'haproxy-ingress.github.io/config-backend': 'x' },
      };
      expect(dialect.render({ annotations }, plain).problems).toEqual([
        expect.objectContaining({ value: 'x', expected: expect.stringContaining('backendSnippet') as string }),
      ]);
    },
  );
});
