import { Duration } from 'cdk8s';
import { CheckMethod, InterlokImage, type InterlokChartProps, ServerCheck } from '../../../lib/index';
import { installCollector, removeCollector } from '../../../lib/findings/collector';
import type { Finding } from '../../../lib/findings/finding';
import { kubernetesRules } from '../../../lib/kubernetes/rules/rule-definitions';
import { helloWorldChart } from '../../support/charts';
import { directoryOf } from '../../support/config';
import { silentCharts } from './silent';

const http = (port: number): string =>
  `<consume-connection class="jetty-http-connection"><port>${port}</port></consume-connection>`;
const https = http(8443).replace('jetty-http-', 'jetty-https-');

/** An adapter with a channel for each connection, whose one workflow answers a path. */
function serving(...channels: readonly (readonly [connection: string, path: string])[]): string {
  const texts = channels.map(
    ([connection, path], i) => `<channel><unique-id>c${i}</unique-id>${connection}<workflow-list><standard-workflow>
      <unique-id>w</unique-id><consumer class="jetty-message-consumer">${path}</consumer></standard-workflow></workflow-list></channel>`,
  );
  return `<adapter><unique-id>a</unique-id><channel-list>${texts.join('')}</channel-list></adapter>`;
}

/** What a chart of the files reports. */
function findingsOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  props: Partial<InterlokChartProps> = {},
): readonly Finding[] {
  const collector = installCollector();
  try {
    helloWorldChart({ config: directoryOf(files), ...props });
  } finally {
    removeCollector();
  }
  return collector.findings;
}

interface Given {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly props?: Partial<InterlokChartProps>;
}

interface Expected extends Given {
  readonly says: string;
}

const exact = { 'adapter.xml': serving([http(8081), '<path>/orders</path>']) };
const metered = {
  ...exact,
  'bootstrap.properties':
    'managementComponents=jetty:metrics-jvm:metrics-provider-prometheus\nstartAdapterQuietly=false\n',
};
const withMetrics = InterlokImage.custom('registry.example.com/interlok:1.0', {
  release: '5.0.1',
  components: ['metrics-jvm', 'metrics-provider-prometheus'],
  ui: false,
});
const post = { 'adapter.xml': serving([http(8081), '<path>/orders</path><methods>POST</methods>']) };
const log4j2 = (file: string): string =>
  `<Configuration><Appenders><File name="f" fileName="${file}"/></Appenders></Configuration>`;

/** An adapter whose consumer and retrier are both on the management Jetty. */
const retried = (path: string): Readonly<Record<string, string>> => ({
  'bootstrap.properties': 'managementComponents=jetty\n',
  'adapter.xml': serving(['<consume-connection class="jetty-embedded-connection"/>', `<path>${path}</path>`]).replace(
    '<channel-list>',
    `<failed-message-retrier class="retry-via-jetty"><retry-store class="retry-store-filesystem">
    <base-url>file:///tmp/retry</base-url></retry-store></failed-message-retrier><channel-list>`,
  ),
});
const check = (method: CheckMethod): Partial<InterlokChartProps> => ({
  ingress: { healthCheck: ServerCheck.http({ path: '/orders', method }) },
});

const cases: Readonly<Record<string, { readonly good: Given; readonly bad: Expected }>> = {
  'grace-period-too-short': {
    good: { files: exact },
    bad: {
      files: { ...exact, 'bootstrap.properties': 'operationTimeout=60000\nstartAdapterQuietly=false' },
      props: { drain: { gracePeriod: Duration.seconds(75) } },
      says: 'the pod is killed after 75 s, but the preStop delay and operationTimeout 60000 ms need 76 s',
    },
  },
  'ingress-path-not-expressible': {
    good: { files: exact },
    bad: {
      files: { 'adapter.xml': serving([http(8081), '<path>*.do</path>']) },
      says: "has a form for the path '*.do'",
    },
  },
  'ingress-path-taken': {
    good: { files: { 'adapter.xml': serving([http(8081), '<path>/a</path>'], [http(8082), '<path>/b</path>']) } },
    bad: {
      files: { 'adapter.xml': serving([http(8081), '<path>/a</path>'], [http(8082), '<path>/a</path>']) },
      says: "requests for '/a' are led to port 8081",
    },
  },
  'methods-without-probe-method': {
    good: { files: post, props: check(CheckMethod.OPTIONS) },
    bad: {
      files: post,
      props: check(CheckMethod.HEAD),
      says: "asks '/orders' with HEAD, but its consumer takes POST alone",
    },
  },
  'mixed-protocols': {
    good: { files: { 'adapter.xml': serving([https, '<path>/a</path>']) } },
    bad: {
      files: { 'adapter.xml': serving([http(8081), '<path>/a</path>'], [https, '<path>/b</path>']) },
      says: 'port 8081 (http) and to port 8443 (https)',
    },
  },
  'https-behind-gateway': {
    good: { files: exact, props: { gateway: { name: 'shared' } } },
    bad: {
      files: { 'adapter.xml': serving([https, '<path>/a</path>']) },
      props: { gateway: { name: 'shared' } },
      says: 'speaks plain HTTP to port 8443',
    },
  },
  'metrics-not-served': {
    good: { files: metered, props: { metrics: true, image: withMetrics } },
    bad: { files: exact, props: { metrics: true }, says: 'no management component serves those of the adapter' },
  },
  'no-http-consumers': {
    good: { files: exact },
    bad: {
      files: { 'adapter.xml': '<adapter><unique-id>a</unique-id></adapter>' },
      says: "adapter 'a' has no HTTP consumer",
    },
  },
  'config-map-too-large': {
    good: {
      files: { ...exact, 'large.txt': 'x'.repeat(1_000_000) },
      props: { silence: ['config-map-needs-server-side-apply'] },
    },
    bad: { files: { ...exact, 'large.txt': 'x'.repeat(1_048_576) }, says: 'large.txt (1048576 bytes)' },
  },
  'config-map-needs-server-side-apply': {
    good: { files: { ...exact, 'large.txt': 'x'.repeat(250_000) } },
    bad: {
      files: { ...exact, 'large.xml': '<a>&lt;</a>'.repeat(10_000), 'large.bin': new Uint8Array(60_000) },
      says: 'more than an annotation of kubectl apply can hold',
    },
  },
  'jvm-memory-above-limit': {
    good: { files: exact, props: { jvmOptions: ['-Xmx256m'] } },
    bad: {
      files: exact,
      props: { jvmOptions: ['-Xmx384m'] },
      says: 'the JVM may take 569 MiB and the container 512 MiB',
    },
  },
  'jvm-file-not-writable': {
    good: { files: exact, props: { jvmOptions: ['-Xlog:gc:file=logs/gc.log'] } },
    bad: { files: exact, props: { jvmOptions: ['-Xlog:gc:file=gc.log'] }, says: 'writes /opt/interlok/gc.log' },
  },
  'jvm-option-refused': {
    good: { files: exact, props: { jvmOptions: ['-XX:+UseSerialGC'] } },
    bad: {
      files: exact,
      props: { jvmOptions: ['-XX:+UseConcMarkSweepGC'] },
      says: 'Java 17 does not have -XX:+UseConcMarkSweepGC',
    },
  },
  'log-file-not-writable': {
    good: { files: { ...exact, 'log4j2.xml': log4j2('logs/a.log') } },
    bad: { files: { ...exact, 'log4j2.xml': log4j2('/var/log/a.log') }, says: 'the appender writes /var/log/a.log' },
  },
  'management-route-exposed': {
    good: { files: retried('/orders/*'), props: { silence: ['file-store', 'ui-default-login'] } },
    bad: { files: retried('/api/*'), says: "the Ingress leads '/api' to port 8080" },
  },
  'config-map-key-unusable': {
    good: { files: { ...exact, 'a/b.txt': '' } },
    bad: {
      files: { ...exact, 'a/b.txt': '', a__b__txt: '', 'a__b.txt': '' },
      says: "would share the ConfigMap key 'a__b.txt'",
    },
  },
};

describe.each(Object.entries(cases))('%s', (id, { good, bad }) => {
  it('given a good chart, then it finds nothing', () => {
    expect(findingsOf(good.files, good.props).map(({ rule }) => rule)).toEqual([]);
  });

  it('given a bad chart, then it says why', () => {
    const own = findingsOf(bad.files, bad.props).filter(({ rule }) => rule === id);
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({ severity: kubernetesRules.find((rule) => rule.id === id)?.severity });
    expect(own[0]?.message).toContain(bad.says);
  });
});

test('given a consumer whose port is no port, then nothing is said of an adapter without HTTP consumers', () => {
  const config = { 'adapter.xml': exact['adapter.xml'].replace('8081', '80a81') };
  expect(findingsOf(config).map(({ rule }) => rule)).toEqual(['port-invalid']);
});

test('every rule about manifests has a chart that it lets pass and one that it does not', () => {
  expect(Object.keys(cases).sort()).toEqual(kubernetesRules.map(({ id }) => id).sort());
});

describe.each(Object.entries(silentCharts))('%s is silent', (id, charts) => {
  test.each(Object.entries(charts))('when %s', (_, { files, props }) => {
    expect(findingsOf(files, props).map(({ rule }) => rule)).not.toContain(id);
  });
});

test('every rule about manifests says when it is silent', () => {
  expect(Object.keys(silentCharts).sort()).toEqual(kubernetesRules.map(({ id }) => id).sort());
});
