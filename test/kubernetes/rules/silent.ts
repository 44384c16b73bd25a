import { Duration, Size } from 'cdk8s';
import { CheckMethod, InterlokImage, type InterlokChartProps, ServerCheck } from '../../../lib/index';
import { adapter, bootstrap, channel, http, served, serving } from '../../interlok/rules/cases/case';

/** A chart in which a rule has nothing to say. */
export interface SilentChart {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly props?: Partial<InterlokChartProps>;
}

const orders = { 'adapter.xml': served('<path>/orders</path>') };
const https = http(8443).replace('jetty-http-', 'jetty-https-');
const embedded = '<consume-connection class="jetty-embedded-connection"/>';
const management = (path: string, components: string): Record<string, string> => ({
  'adapter.xml': served(`<path>${path}</path>`, embedded),
  'bootstrap.properties': bootstrap(`managementComponents=${components}`),
});
const probing = (path: string): Partial<InterlokChartProps> => ({
  ingress: { healthCheck: ServerCheck.http({ path, method: CheckMethod.GET }) },
});
const own = (release: string): InterlokImage =>
  InterlokImage.custom('registry.example.com/interlok:1.0', { release, ui: false });
const channels = (...parts: readonly (readonly [connection: string, path: string])[]): string =>
  adapter(
    '<channel-list>',
    ...parts.map(
      ([connection, path], i) =>
        `<channel><unique-id>c${i}</unique-id>${connection}<workflow-list>${serving('w', `<path>${path}</path>`)}</workflow-list></channel>`,
    ),
    '</channel-list>',
  );

/** Of every rule about manifests, when it has nothing to say; docs/rules.md shows the reasons. */
export const silentCharts: Readonly<Record<string, Readonly<Record<string, SilentChart>>>> = {
  'config-map-key-unusable': {
    'a name has a blank, a slash or a letter beyond ASCII': {
      files: { ...orders, 'mapping/gr\u00f6\u00dfe a.xsl': '' },
    },
  },
  'config-map-needs-server-side-apply': {
    'the image has the configuration': {
      files: { ...orders, 'large.txt': 'x'.repeat(300_000) },
      props: { image: InterlokImage.custom('r/o:1', { release: '5.0.1', ui: false, configurationInside: true }) },
    },
  },
  'config-map-too-large': {
    'a large file is one that stays out of the pod': { files: { ...orders, '.git/pack': 'x'.repeat(2_000_000) } },
  },
  'grace-period-too-short': {
    'the release waits a fixed time, whatever operationTimeout says': {
      files: { ...orders, 'bootstrap.properties': bootstrap().replace('30000', '600000') },
      props: { image: own('4.1.0'), drain: { gracePeriod: Duration.seconds(60) } },
    },
  },
  'https-behind-gateway': {
    'the listener that speaks HTTPS has no consumer that is led to': {
      files: { 'adapter.xml': channels([http(8081), '/a'], [`<auto-start>false</auto-start>${https}`, '/b']) },
      props: { gateway: { name: 'shared' } },
    },
  },
  'ingress-path-not-expressible': {
    'there is no Ingress, or its paths are given': {
      files: { 'adapter.xml': served('<path>*.do</path>') },
      props: { ingress: false },
    },
    'a dot or an encoded character is part of a name': {
      files: { 'adapter.xml': served('<path>/a..b/.well-known/caf\u00e9</path>') },
    },
  },
  'ingress-path-taken': {
    'one is a prefix and one exact': { files: { 'adapter.xml': channels([http(8081), '/a/*'], [http(8082), '/a']) } },
    'the second channel does not start': {
      files: { 'adapter.xml': channels([http(8081), '/a'], [`<auto-start>false</auto-start>${http(8082)}`, '/a']) },
    },
  },
  'jvm-file-not-writable': {
    'the file goes to logs or /tmp, or to a stream': {
      files: orders,
      props: {
        jvmOptions: ['-Xlog:gc*:file=logs/../logs/gc.log', '-Xlog:safepoint:stderr', '-XX:HeapDumpPath=/dumps'],
      },
    },
  },
  'jvm-memory-above-limit': {
    'a later option takes back an earlier one': { files: orders, props: { jvmOptions: ['-Xmx4g', '-Xmx200m'] } },
    'the limit is as high': {
      files: orders,
      props: { jvmOptions: ['-Xmx2g'], resources: { memory: Size.gibibytes(3) } },
    },
  },
  'jvm-option-refused': {
    'Java is older than 17': { files: orders, props: { image: own('3.12.0'), jvmOptions: ['-XX:MaxPermSize=64m'] } },
    'unknown options are ignored': {
      files: orders,
      props: { jvmOptions: ['-XX:+UseConcMarkSweepGC', '-XX:+IgnoreUnrecognizedVMOptions'] },
    },
  },
  'log-file-not-writable': {
    'log4j2 takes another file': {
      files: {
        ...orders,
        'log4j2.xml':
          '<Configuration><Appenders><File name="f" fileName="/var/log/a.log"/></Appenders></Configuration>',
        'log4j2.properties': 'status = WARN',
      },
    },
    'the path is known in the pod alone': {
      files: {
        ...orders,
        'log4j2.xml':
          '<Configuration><Appenders><File name="f" fileName="${sys:logs}/a.log"/></Appenders></Configuration>',
      },
    },
  },
  'management-route-exposed': {
    'the path lies beside what manages the adapter': { files: management('/interlok-orders/*', 'jetty') },
    'the route is asked for by name': {
      files: management('/*', 'jetty'),
      props: { managementRoutes: ['ui'] as never },
    },
  },
  'methods-without-probe-method': {
    'methods are in lower case': {
      files: { 'adapter.xml': served('<path>/orders</path><methods>post,get</methods>') },
      props: probing('/orders'),
    },
    'the probe asks another path': {
      files: { 'adapter.xml': served('<path>/orders</path><methods>POST</methods>') },
      props: probing('/health'),
    },
  },
  'metrics-not-served': {
    'only the load balancer is watched': { files: orders, props: { metrics: { adapter: false } } },
  },
  'mixed-protocols': {
    'the Ingress leads to one of them': {
      files: { 'adapter.xml': channels([http(8081), '/a'], [https, '/b']) },
      props: { ingress: { paths: [{ path: '/a', port: 8081 }] } },
    },
  },
  'no-http-consumers': {
    'another error may be the reason': { files: { 'adapter.xml': channel(http('x')) } },
  },
};
