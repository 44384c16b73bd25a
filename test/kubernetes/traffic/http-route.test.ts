import { Duration } from 'cdk8s';
import { IngressPathType, type InterlokChartProps } from '../../../lib';
import { hasKind, helloWorldChart, objectOf, objectsOf } from '../../support/charts';
import { directoryOf, helloWorld } from '../../support/config';
import { at, jsonAt, listAt } from '../../support/json';
import { expectStrictlyValid } from '../../support/strict-schema';

const gateway = { name: 'shared' };

/** An adapter with a port of its own for each list of paths. */
function serving(ports: Readonly<Record<number, readonly string[]>>): string {
  const channels = Object.entries(ports).map(([port, paths]) => {
    const workflows = paths.map(
      (path, index) => `<standard-workflow><unique-id>w${port}-${index}</unique-id>
        <consumer class="jetty-message-consumer"><path>${path}</path></consumer></standard-workflow>`,
    );
    return `<channel><unique-id>c${port}</unique-id>
      <consume-connection class="jetty-http-connection"><port>${port}</port></consume-connection>
      <workflow-list>${workflows.join('')}</workflow-list></channel>`;
  });
  return directoryOf({
    'adapter.xml': `<adapter><unique-id>a</unique-id><channel-list>${channels.join('')}</channel-list></adapter>`,
  });
}

const pathsOf = (rule: object): unknown[] =>
  listAt(rule, 'matches').map((match) => [at(match, 'path.type'), at(match, 'path.value')]);

describe('gateway', () => {
  test('given a Gateway, then a route takes the place of the Ingress, and nothing is said to HAProxy', () => {
    const chart = helloWorldChart({ gateway: { name: 'shared', namespace: 'gateways', sectionName: 'https' } });

    expect(hasKind(chart, 'Ingress')).toBe(false);
    expect(chart.ingress).toBeUndefined();
    expect(chart.httpRoutes).toHaveLength(1);
    expect(at(objectOf(chart, 'Service'), 'metadata')).not.toHaveProperty('annotations');
    expect(at(objectOf(chart, 'HTTPRoute'), 'spec')).toEqual({
      parentRefs: [{ name: 'shared', namespace: 'gateways', sectionName: 'https' }],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: '/' } }],
          backendRefs: [{ name: 'hello-world', port: 8081 }],
        },
      ],
    });
  });

  test('given a host, then it is the host name of the route', () => {
    const hosts = ['a.example.com', '*.b.example.com'];

    expect(at(objectOf(helloWorldChart({ gateway, host: 'a.example.com' }), 'HTTPRoute'), 'spec.hostnames')).toEqual([
      'a.example.com',
    ]);
    expect(at(objectOf(helloWorldChart({ gateway, ingress: { hosts } }), 'HTTPRoute'), 'spec.hostnames')).toEqual(
      hosts,
    );
  });

  test('given two ports, then each has a rule with all of its paths, which match as those of an Ingress do', () => {
    const chart = helloWorldChart({ gateway, config: serving({ 8081: ['/a', '/b/*'], 8082: ['/c'] }) });

    const rules = listAt(objectOf(chart, 'HTTPRoute'), 'spec.rules');
    expect(rules.map(pathsOf)).toEqual([
      [
        ['Exact', '/a'],
        ['PathPrefix', '/b'],
      ],
      [['Exact', '/c']],
    ]);
    expect(rules.map((rule) => listAt(rule, 'backendRefs')[0]?.['port'])).toEqual([8081, 8082]);
    expectStrictlyValid(objectsOf(chart));
  });

  test('given paths of the user, then they are the routes', () => {
    const paths = [{ path: '/x', pathType: IngressPathType.EXACT }];
    const route = objectOf(helloWorldChart({ gateway, ingress: { paths } }), 'HTTPRoute');

    expect(listAt(route, 'spec.rules').map(pathsOf)).toEqual([[['Exact', '/x']]]);
  });

  test('given more paths than one route can hold, then there are several, and none is lost', () => {
    const paths = Array.from({ length: 150 }, (_, index) => `/path-${index}`);
    const chart = helloWorldChart({ gateway, config: serving({ 8081: paths }) });

    const routes = objectsOf(chart).filter((object) => object['kind'] === 'HTTPRoute');
    expect(routes.map((route) => at(route, 'metadata.name'))).toEqual([
      'hello-world',
      'hello-world-routes-2',
      'hello-world-routes-3',
    ]);
    const matched = routes.flatMap((route) => listAt(route, 'spec.rules').flatMap(pathsOf));
    expect(matched).toHaveLength(150);
    expectStrictlyValid(objectsOf(chart));
  });

  test('given more ports than one route can hold, then there are several', () => {
    const ports = Object.fromEntries(Array.from({ length: 18 }, (_, index) => [8081 + index, [`/path-${index}`]]));

    expect(helloWorldChart({ gateway, config: serving(ports) }).httpRoutes).toHaveLength(2);
  });

  test.each([
    [Duration.seconds(30), '30s'],
    [Duration.seconds(90), '1m30s'],
    [Duration.millis(1500), '1s500ms'],
    [Duration.hours(24), '1440m'],
  ])('given a timeout of %s, then it is written as the Gateway API reads it: %s', (timeout, text) => {
    const chart = helloWorldChart({ gateway: { ...gateway, timeout } });

    const [rule] = listAt(objectOf(chart, 'HTTPRoute'), 'spec.rules');
    expect(jsonAt(rule, 'timeouts')).toEqual({ request: text });
    expectStrictlyValid(objectsOf(chart));
  });

  test('given an adapter without HTTP consumers, then there is nothing to route', () => {
    const none = helloWorld({ 'adapter.xml': '<adapter><unique-id>a</unique-id></adapter>' });
    const props: Partial<InterlokChartProps> = { gateway, config: none, silence: ['no-http-consumers'] };

    expect(helloWorldChart(props).httpRoutes).toEqual([]);
  });
});
