import { App } from 'cdk8s';
import {
  ConfigurationError,
  InterlokChart,
  type InterlokChartProps,
  InterlokImage,
  ManagementRoute,
} from '../../../lib';
import { managementSites, withoutManagement } from '../../../lib/kubernetes/traffic/management-routes';
import { exposedPorts } from '../../../lib/kubernetes/traffic/ports';
import { aListener, anAdapter, aRoute, managementJetty } from '../../support/adapters';
import { objectOf, objectsOf } from '../../support/charts';
import { helloWorld } from '../../support/config';
import { jsonAt, listAt, textAt } from '../../support/json';
import { expectStrictlyValid } from '../../support/strict-schema';

/** An adapter with a consumer, and `retry-via-jetty`, each on a connection. */
const adapterXml = (consumer: { readonly connection: string; readonly path: string }, retry = ''): string =>
  `<adapter><unique-id>orders</unique-id>${retry}
  <channel-list><channel><unique-id>in</unique-id>${consumer.connection}
  <workflow-list><standard-workflow><unique-id>w</unique-id>
  <consumer class="jetty-message-consumer"><path>${consumer.path}</path></consumer>
  </standard-workflow></workflow-list></channel></channel-list></adapter>`;
const own = (port: number): string =>
  `<consume-connection class="jetty-http-connection"><port>${port}</port></consume-connection>`;
const embedded = '<consume-connection class="jetty-embedded-connection"/>';
const retry = (connection: string): string =>
  `<failed-message-retrier class="retry-via-jetty">${connection}
  <retry-store class="retry-store-filesystem"><base-url>file:///tmp/retry</base-url></retry-store></failed-message-retrier>`;
const retryOn = (port: number): string =>
  retry(`<connection class="jetty-http-connection"><port>${port}</port></connection>`);

interface Case {
  readonly xml: string;
  readonly bootstrap?: string;
  readonly components?: readonly string[];
  readonly ui?: boolean;
  readonly props?: Partial<InterlokChartProps>;
}

const quiet = ['ui-default-login', 'catch-all-on-management-jetty', 'no-http-consumers'];

function chartOf({ xml, bootstrap = '', components = [], ui = false, props = {} }: Case): InterlokChart {
  return new InterlokChart(new App(), 'orders', {
    config: helloWorld({ 'adapter.xml': xml, 'bootstrap.properties': bootstrap }),
    image: InterlokImage.custom('example/orders:1', { release: '5.0.1', components, ui }),
    silence: quiet,
    ...props,
  });
}

/** Path and port of everything that the Ingress leads to. */
function pathsOf(chart: InterlokChart): string[] {
  return listAt(objectOf(chart, 'Ingress'), 'spec.rules').flatMap((rule) =>
    listAt(rule, 'http.paths').map((path) => {
      const { port } = jsonAt(path, 'backend.service') as { port: { number: number } };
      return `${textAt(path, 'path') ?? ''} ${port.number}`;
    }),
  );
}

/** The management routes that the synth says are exposed. */
function exposedIn(given: Case): string[] {
  try {
    chartOf(given);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.findings
      .filter(({ rule }) => rule === 'management-route-exposed')
      .map(({ hint }) => /\['(.*)'\]/.exec(hint)?.[1] ?? '');
  }
}

const servicePorts = (chart: InterlokChart): unknown[] =>
  listAt(objectOf(chart, 'Service'), 'spec.ports').map(({ port }) => port);

describe('given retry-via-jetty on a port of its own', () => {
  const given = { xml: adapterXml({ connection: own(8081), path: '/api/*' }, retryOn(8082)) };

  test('when nothing is said of it, then neither the Ingress nor the Service leads to it', () => {
    const chart = chartOf(given);
    expect(pathsOf(chart)).toEqual(['/api 8081']);
    expect(servicePorts(chart)).toEqual([8081]);
    expect(JSON.stringify(objectOf(chart, 'NetworkPolicy'))).not.toContain('8082');
  });

  test('when it is named, then the Ingress leads to its endpoints', () => {
    const chart = chartOf({ ...given, props: { managementRoutes: [ManagementRoute.RETRY] } });
    expect(pathsOf(chart)).toEqual([
      '/api 8081',
      '/api/failed/delete 8082',
      '/api/failed/list 8082',
      '/api/retry 8082',
    ]);
    expect(servicePorts(chart)).toEqual([8081, 8082]);
    expectStrictlyValid(objectsOf(chart));
  });

  test('when its port is offered by the Service, then the Ingress still does not lead to it', () => {
    const chart = chartOf({ ...given, props: { expose: [8082] } });
    expect(pathsOf(chart)).toEqual(['/api 8081']);
    expect(servicePorts(chart)).toEqual([8081, 8082]);
  });
});

describe('given management routes on the port of consumers', () => {
  const jetty = 'managementComponents=jetty\n';
  const all = 'managementComponents=jetty:health-check:rest:cluster-rest:metrics-provider-prometheus\n';
  const components = ['health-check', 'rest', 'cluster-rest', 'metrics-provider-prometheus'];
  const catchAll = adapterXml({ connection: embedded, path: '/*' });
  const narrow = adapterXml({ connection: embedded, path: '/orders/*' });

  test.each<[string, Case, string[]]>([
    [
      'a prefix takes in the retrier',
      { xml: adapterXml({ connection: embedded, path: '/api/*' }, retry('')), bootstrap: jetty },
      ['retry'],
    ],
    ['every path takes in the UI', { xml: catchAll, bootstrap: jetty, ui: true }, ['ui']],
    [
      'every path takes in the components',
      { xml: catchAll, bootstrap: all, components },
      ['cluster-rest', 'metrics', 'health-check', 'rest'],
    ],
    [
      'an extension takes in the UI',
      { xml: adapterXml({ connection: embedded, path: '*.do' }), bootstrap: jetty, ui: true },
      ['ui'],
    ],
    [
      'ingress.paths takes in the UI',
      { xml: narrow, bootstrap: jetty, ui: true, props: { ingress: { paths: [{ path: '/' }] } } },
      ['ui'],
    ],
    [
      'it is named',
      { xml: catchAll, bootstrap: jetty, ui: true, props: { managementRoutes: [ManagementRoute.UI] } },
      [],
    ],
    [
      'ingress.paths names it',
      { xml: narrow, bootstrap: jetty, ui: true, props: { ingress: { paths: [{ path: '/interlok' }] } } },
      [],
    ],
    ['the paths are narrower', { xml: narrow, bootstrap: all, components, ui: true }, []],
    ['there is none', { xml: catchAll, bootstrap: jetty }, []],
    [
      'the consumers have a port of their own',
      { xml: adapterXml({ connection: own(8081), path: '/*' }), bootstrap: all, components, ui: true },
      [],
    ],
    ['there is no Ingress', { xml: catchAll, bootstrap: jetty, ui: true, props: { ingress: false } }, []],
  ])('when %s, then these are found', (_, given, expected) => {
    expect(exposedIn(given)).toEqual(expected);
  });

  test('when one is named, then the Ingress has a path for it', () => {
    const props = { managementRoutes: [ManagementRoute.UI, ManagementRoute.HEALTH_CHECK] };
    const chart = chartOf({ xml: narrow, bootstrap: all, components, ui: true, props });
    expect(pathsOf(chart)).toEqual(['/interlok 8080', '/orders 8080', '/workflow-health-check 8080']);
  });

  test('when one is named that the adapter does not have, then the ones that it has are listed', () => {
    const make = (): unknown =>
      chartOf({ xml: narrow, bootstrap: jetty, ui: true, props: { managementRoutes: [ManagementRoute.RETRY] } });
    expect(make).toThrow("managementRoutes[0]: got 'retry', expected what the adapter has: ui");
  });
});

test('given an adapter, when its management is left out, then listeners stay as they are but for those routes', () => {
  const adapter = anAdapter([
    managementJetty([aRoute('/a'), aRoute('/api/retry/*', { manages: 'retry' })]),
    aListener(8082, [aRoute('/x/*', { manages: 'retry' })]),
  ]);
  const offered = withoutManagement(adapter, []);
  expect(offered.listeners.map(({ routes }) => routes.map(({ path }) => path))).toEqual([['/a'], []]);
  expect(exposedPorts(offered, []).map(({ number }) => number)).toEqual([8080]);
  expect(managementSites(adapter)).toHaveLength(2);
});
