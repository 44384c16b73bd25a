import fc from 'fast-check';
import { IngressPathType } from '../../../lib/haproxy/index';
import { overriddenPaths, routedPaths, samplePath } from '../../../lib/kubernetes/traffic/ingress-paths';
import { aListener, anAdapter, aRoute } from '../../support/adapters';
import { helloWorldChart, objectOf, objectsOf } from '../../support/charts';
import { listAt } from '../../support/json';
import { expectStrictlyValid } from '../../support/strict-schema';

describe('routedPaths', () => {
  test.each([
    ['/exact', 'Exact', '/exact'],
    ['/trail/', 'Exact', '/trail/'],
    ['/pre/*', 'Prefix', '/pre'],
    ['/*', 'Prefix', '/'],
    ['*.do', 'Prefix', '/'],
    ['/', 'Exact', '/'],
    // As in requests, and with nothing that could end a word of HAProxy's configuration.
    ['/a b', 'Exact', '/a%20b'],
    ['/a\noption x/*', 'Prefix', '/a%0Aoption%20x'],
    ['/100%?#', 'Exact', '/100%25%3F%23'],
    ['/caf\u00e9', 'Exact', '/caf%C3%A9'],
    // What the API server refuses.
    ['/a//b', 'Prefix', '/a'],
    ['/a/../b/*', 'Prefix', '/a'],
    ['/.', 'Prefix', '/'],
  ])('given the servlet path %s, when routed, then it is %s %s', (servletPath, pathType, path) => {
    const adapter = anAdapter([aListener(8081, [aRoute(servletPath)])]);

    expect(routedPaths(adapter)).toMatchObject([{ path, pathType, port: 8081 }]);
  });

  test('given the same path on two listeners, then the first one keeps it', () => {
    const adapter = anAdapter([aListener(8081, [aRoute('/a')]), aListener(8082, [aRoute('/a'), aRoute('/b')])]);

    expect(routedPaths(adapter).map(({ path, port }) => `${path}:${port}`)).toMatchObject(['/a:8081', '/b:8082']);
  });
});

describe('a path and everything below it', () => {
  const [exact, below] = [aRoute('/a'), aRoute('/a/*')];

  test('given both on one listener, then the prefix says it all', () => {
    expect(routedPaths(anAdapter([aListener(8081, [exact, below])]))).toMatchObject([
      { path: '/a', pathType: 'Prefix', port: 8081 },
    ]);
  });

  test('given each on its own listener, then both are in each rule of the Ingress, and the API server takes them', () => {
    const paths = [
      { path: '/a', pathType: IngressPathType.EXACT, port: 8081 },
      { path: '/a', port: 8081 },
    ];
    expect(routedPaths(anAdapter([aListener(8081, [exact]), aListener(8082, [below])]))).toMatchObject([
      { path: '/a', pathType: 'Exact', port: 8081 },
      { path: '/a', pathType: 'Prefix', port: 8082 },
    ]);
    const chart = helloWorldChart({ ingress: { hosts: ['a.example', '7'], paths } });
    const rules = listAt(objectOf(chart, 'Ingress'), 'spec.rules');
    expect(rules).toHaveLength(2);
    for (const rule of rules)
      expect(listAt(rule, 'http.paths').map(({ pathType, path }) => [pathType, path])).toEqual([
        ['Exact', '/a'],
        ['Prefix', '/a'],
      ]);
    expectStrictlyValid(objectsOf(chart));
  });
});

describe('overriddenPaths', () => {
  test('given overrides, then they are a prefix and the first port unless they say more', () => {
    const paths = [{ path: '/a' }, { path: '/b', pathType: IngressPathType.EXACT, port: 8082 }];

    expect(overriddenPaths(paths, 8081)).toEqual([
      { path: '/a', pathType: 'Prefix', port: 8081 },
      { path: '/b', pathType: 'Exact', port: 8082 },
    ]);
  });
});

describe('samplePath', () => {
  test('given a path that is encoded in requests, then the sample is too', () => {
    expect(['/a b', '/a b/*', '*.d o'].map((path) => samplePath(aRoute(path)))).toEqual([
      '/a%20b',
      '/a%20b/',
      '/ready.d%20o',
    ]);
  });

  test('given any servlet path, then the sample is a path that it takes', () => {
    const segment = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    const base = fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => `/${parts.join('/')}`);
    fc.assert(
      fc.property(base, segment, (path, extension) => {
        expect(samplePath(aRoute(path))).toBe(path);
        expect(samplePath(aRoute(`${path}/*`))).toBe(`${path}/`);
        expect(samplePath(aRoute(`*.${extension}`))).toMatch(new RegExp(`^/.*\\.${extension}$`));
        expect(samplePath(aRoute('/*'))).toBe('/');
      }),
    );
  });
});
