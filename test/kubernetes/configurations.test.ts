import { InterlokImage } from '../../lib';
import type { InterlokChartProps } from '../../lib';
import { hasKind, helloWorldChart, objectOf, objectsOf } from '../support/charts';
import { directoryOf, helloWorld } from '../support/config';
import { at, listAt } from '../support/json';
import { restrictedViolations } from '../support/pod-security';
import { expectStrictlyValid } from '../support/strict-schema';

const quiet: Partial<InterlokChartProps> = {
  silence: [
    'no-http-consumers',
    'jmx-without-authentication',
    'ui-default-login',
    'ingress-path-taken',
    'catch-all-on-management-jetty',
  ],
};

/** An adapter with these channels. */
function adapter(...channels: string[]): string {
  return `<adapter><unique-id>a</unique-id><channel-list>${channels.join('\n')}</channel-list></adapter>`;
}

function channel(id: string, connection: string, path: string): string {
  return `<channel><unique-id>${id}</unique-id>${connection}<workflow-list><standard-workflow><unique-id>w</unique-id>
    <consumer class="jetty-message-consumer"><path>${path}</path></consumer></standard-workflow></workflow-list></channel>`;
}

const http = (port: number): string =>
  `<consume-connection class="jetty-http-connection"><port>${port}</port></consume-connection>`;
const https = (port: number): string =>
  `<consume-connection class="jetty-https-connection"><port>${port}</port></consume-connection>`;
const embedded = '<consume-connection class="jetty-embedded-connection"/>';

function container(chart: ReturnType<typeof helloWorldChart>): unknown {
  return listAt(objectOf(chart, 'Deployment'), 'spec.template.spec.containers')[0];
}

afterEach(() => {
  jest.restoreAllMocks();
});

let stderr: jest.SpyInstance;

beforeEach(() => {
  stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});

describe('what is derived from a configuration', () => {
  test('given an adapter without HTTP, then there is no Service, no Ingress and no port, and it says so', () => {
    const config = directoryOf({
      'adapter.xml': adapter(
        '<channel><unique-id>c</unique-id><workflow-list><standard-workflow><unique-id>w</unique-id></standard-workflow></workflow-list></channel>',
      ),
    });

    const chart = helloWorldChart({ config });

    expect(stderr).toHaveBeenCalledWith(expect.stringContaining('[no-http-consumers]'));
    expect([chart.service, chart.ingress]).toEqual([undefined, undefined]);
    expect(['Service', 'Ingress'].map((kind) => hasKind(chart, kind))).toEqual([false, false]);
    expect(container(chart)).not.toHaveProperty('ports');
    expect(container(chart)).not.toHaveProperty('readinessProbe');
    expect(objectOf(chart, 'NetworkPolicy')).not.toHaveProperty('spec.ingress');
    expectStrictlyValid(objectsOf(chart));
  });

  test('given two listeners, then both are on the Service, each route leads to its own, and the last one is probed', () => {
    const config = directoryOf({
      'adapter.xml': adapter(channel('a', http(8081), '/a'), channel('b', http(9000), '/b/*')),
    });

    const chart = helloWorldChart({ config });

    expect(listAt(objectOf(chart, 'Service'), 'spec.ports')).toEqual([
      { name: 'http', port: 8081, targetPort: 8081 },
      { name: 'http-9000', port: 9000, targetPort: 9000 },
    ]);
    const paths = listAt(listAt(objectOf(chart, 'Ingress'), 'spec.rules')[0], 'http.paths');
    expect(paths.map((path) => [path['path'], path['pathType'], at(path, 'backend.service.port.number')])).toEqual([
      ['/a', 'Exact', 8081],
      ['/b', 'Prefix', 9000],
    ]);
    expect(at(container(chart), 'readinessProbe.tcpSocket.port')).toBe(9000);
    expectStrictlyValid(objectsOf(chart));
  });

  test('given an HTTPS listener, then HAProxy speaks TLS to the pods', () => {
    const config = directoryOf({ 'adapter.xml': adapter(channel('a', https(8443), '/a')) });

    const chart = helloWorldChart({ config });

    expect(listAt(objectOf(chart, 'Service'), 'spec.ports')).toEqual([{ name: 'https', port: 8443, targetPort: 8443 }]);
    expect(JSON.stringify(objectOf(chart, 'Service'))).toContain('"haproxy.org/server-ssl":"true"');
  });

  test('given HTTP and HTTPS listeners, then routing to both is refused with the place, and paths can choose one', () => {
    const config = directoryOf({
      'adapter.xml': adapter(channel('a', http(8081), '/a'), channel('b', https(8443), '/b')),
    });

    expect(() => helloWorldChart({ config })).toThrow(/adapter\.xml:\d+:\d+: error: .*\[mixed-protocols\]/);
    const chart = helloWorldChart({ config, ingress: { paths: [{ path: '/a', port: 8081 }] } });
    expect(JSON.stringify(objectOf(chart, 'Service'))).not.toContain('server-ssl');
  });

  test('given routes on the management Jetty, then the Ingress has these alone and readiness asks them', () => {
    const config = directoryOf({
      'adapter.xml': adapter(channel('a', embedded, '/orders/*')),
      'bootstrap.properties': 'managementComponents=jetty\n',
    });

    const chart = helloWorldChart({ config, ...quiet });

    const [rule] = listAt(objectOf(chart, 'Ingress'), 'spec.rules');
    expect(listAt(rule, 'http.paths').map((path) => path['path'])).toEqual(['/orders']);
    expect(at(container(chart), 'readinessProbe.exec.command')).toEqual(expect.arrayContaining(['8080', '/orders/']));
    expect(at(container(chart), 'resources.limits.memory')).toBe('1536Mi');
    expect(JSON.stringify(objectOf(chart, 'Deployment'))).toContain('/opt/interlok/ui-resources');
    expectStrictlyValid(objectsOf(chart));
    expect(restrictedViolations(objectsOf(chart))).toEqual([]);
  });

  test('given the configuration inside the image, then there is no ConfigMap, and files from Secrets are mounted one by one', () => {
    const image = InterlokImage.custom('example/orders:1.0', { release: '5.0.1', configurationInside: true });

    const chart = helloWorldChart({ image, secretFiles: [{ path: 'keys/a.p12', secretName: 'keys' }] });

    expect(chart.configMap).toBeUndefined();
    expect(hasKind(chart, 'ConfigMap')).toBe(false);
    expect(listAt(container(chart), 'volumeMounts').map((mount) => mount['mountPath'])).toEqual([
      '/opt/interlok/config/keys/a.p12',
      '/tmp',
      '/opt/interlok/logs',
    ]);
    expect(chart.service).toBeDefined();
    expectStrictlyValid(objectsOf(chart));
  });

  test('given nested and binary files, then the volume maps each key to its path', () => {
    const config = helloWorld({ 'mapping/orders.xsl': '<x/>', 'mapping/table.bin': Buffer.from([0, 1, 2]) });

    const chart = helloWorldChart({ config });

    const volumes = listAt(objectOf(chart, 'Deployment'), 'spec.template.spec.volumes');
    expect(listAt(volumes[0], 'configMap.items')).toEqual(
      expect.arrayContaining([
        { key: 'mapping__orders.xsl', path: 'mapping/orders.xsl' },
        { key: 'mapping__table.bin', path: 'mapping/table.bin' },
      ]),
    );
    expect(at(objectOf(chart, 'ConfigMap'), 'binaryData')).toEqual({ 'mapping__table.bin': 'AAEC' });
  });

  test('given more than a ConfigMap holds, then the error names the directory, the sizes and the largest files', () => {
    const config = helloWorld({ 'big.bin': Buffer.alloc(1024 * 1024), 'small.txt': 'x' });

    expect(() => helloWorldChart({ config })).toThrow(/big\.bin \(1048576 bytes\).*\[config-map-too-large\]/);
  });

  test('given more than kubectl apply can note down, then a warning names the way to apply', () => {
    const chart = helloWorldChart({ config: helloWorld({ 'a.txt': 'x'.repeat(260 * 1024) }) });

    expect(stderr).toHaveBeenCalledWith(expect.stringContaining('[config-map-needs-server-side-apply]'));
    expectStrictlyValid(objectsOf(chart));
    stderr.mockClear();
    helloWorldChart({ config: helloWorld({ 'a.txt': 'x'.repeat(240 * 1024) }) });
    expect(stderr).not.toHaveBeenCalled();
  });

  test('given an adapter that only answers, then pods may ask DNS alone; given one that may connect, then anything', () => {
    const egress = (config: string): unknown =>
      at(objectOf(helloWorldChart({ config, ...quiet }), 'NetworkPolicy'), 'spec.egress');
    const jdbc = '<channel><unique-id>j</unique-id><produce-connection class="jdbc-connection"/></channel>';

    expect(JSON.stringify(egress('config'))).toContain('kube-dns');
    expect(egress(directoryOf({ 'adapter.xml': adapter(channel('a', http(8081), '/a'), jdbc) }))).toEqual([{}]);
  });

  test('given data added to the ConfigMap, then it is refused, because the name is a hash', () => {
    const { configMap } = helloWorldChart();

    expect(() => configMap?.addData('a', 'b')).toThrow(/cannot add 'a'/);
    expect(() => configMap?.addBinaryData('a', 'b')).toThrow(/cannot add 'a'/);
  });
});
