import { readFileSync } from 'node:fs';
import { App, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import {
  explain,
  type Explanation,
  IngressTls,
  InterlokChart,
  type InterlokChartProps,
  InterlokImage,
} from '../../lib';
import { helloWorldChart } from '../support/charts';
import { helloWorld } from '../support/config';
import { EVERY_PROP, INSTEAD_OF } from '../support/every-prop';

/** Fields that every manifest of their kind has as they are. */
const CONSTANT = [
  /^(apiVersion|kind|immutable|automountServiceAccountToken)$/,
  /^spec\.(minReadySeconds|progressDeadlineSeconds|type|policyTypes.*|podManagementPolicy|clusterIP)$/,
  /^spec\.(maxUnavailable|unhealthyPodEvictionPolicy|publishNotReadyAddresses)$/,
  /^spec\.template\.spec\.(automountServiceAccountToken|enableServiceLinks|restartPolicy|setHostnameAsFQDN)$/,
  /securityContext\.(allowPrivilegeEscalation|capabilities.*|privileged|readOnlyRootFilesystem|runAsNonRoot)$/,
  /securityContext\.(fsGroupChangePolicy|seccompProfile\.type)$/,
  /labels\['(app\.kubernetes\.io\/(component|managed-by|name)|pod-security\.kubernetes\.io\/enforce)'\]$/,
  /^spec\.template\.spec\.containers\[0\]\.name$/,
  /Probe\.(periodSeconds|timeoutSeconds|failureThreshold)$/,
  /^spec\.(selector(\.matchLabels)?|podSelector\.matchLabels)\['app\.kubernetes\.io\/name'\]$/,
  /\.labelSelector\.matchLabels\['app\.kubernetes\.io\/name'\]$/,
  /^spec\.template\.spec\.affinity\..*\.(topologyKey|weight)$/,
  // What an autoscaler is, whatever it scales by.
  /^spec\.(scaleTargetRef\.apiVersion|fallback\.(failureThreshold|behavior))$/,
  /^spec\.metrics\[0\]\.(type|containerResource\.(name|container|target\.type))$/,
  /behavior\.(scaleUp\..*|scaleDown\.(selectPolicy|policies\[.\]\.(type|value)))$/,
  /^spec\.triggers\[.\]\.(type|metricType|metadata\.ignoreNullValues)$/,
];

/** The scratch directories, which are the same for every adapter. */
const SCRATCH = /volume/i;

const CUSTOM = InterlokImage.custom('registry.example.com/orders:1.0', { release: '5.0.1' });
const INSIDE = InterlokImage.custom('registry.example.com/orders:1.0', { release: '5.0.1', configurationInside: true });
const HELLO = readFileSync('config/adapter.xml', 'utf8');

function unexplained(chart: InterlokChart): string[] {
  return explain(chart)
    .filter(({ sources, field }) => sources.length === 0 && !CONSTANT.some((constant) => constant.test(field)))
    .filter(
      ({ field, value }) =>
        !(SCRATCH.test(field) && ['tmp', 'logs', '/tmp', '/opt/interlok/logs', '256Mi'].includes(String(value))),
    )
    .map(({ kind, field, value }) => `${kind} ${field}: ${String(value)}`);
}

function find(chart: InterlokChart, kind: string, field: string): Explanation | undefined {
  return explain(chart).find((each) => each.kind === kind && each.field.endsWith(field));
}

describe('explain', () => {
  test('given the Hello World, then every field that is not constant has an origin', () => {
    expect(unexplained(helloWorldChart({ replicas: 3 }))).toEqual([]);
  });

  test('given every prop that goes with the others, then every field that is not constant has an origin', () => {
    const together = Object.fromEntries(Object.entries(EVERY_PROP).filter(([name]) => !(name in INSTEAD_OF)));
    expect(unexplained(helloWorldChart(together))).toEqual([]);
  });

  test.each(Object.entries(EVERY_PROP).filter(([name]) => !['config', 'silence'].includes(name)))(
    'given the prop %s alone, then every field that is not constant has an origin',
    (name, value) => {
      const quiet = { config: EVERY_PROP.config, silence: EVERY_PROP.silence };
      expect(unexplained(helloWorldChart({ ...quiet, [name]: value }))).toEqual([]);
    },
  );

  const withManagement = helloWorld({
    'bootstrap.properties':
      'managementComponents=jetty:health-check:metrics-provider-prometheus\nwebServerPort=8080\noperationTimeout=30000',
  });
  test.each<readonly [string, Partial<InterlokChartProps>]>([
    ['a disk for each pod', { storage: [{ path: '/var/lib/x', size: Size.gibibytes(1), perPod: true }] }],
    ['scaling by CPU', { autoscaling: { maxReplicas: 5, cpu: 60 }, resources: { cpuRequest: Cpu.millis(500) } }],
    [
      'TLS, hosts and paths',
      { ingress: { hosts: ['a.example.com'], tls: IngressTls.secret('a'), paths: [{ path: '/a' }] } },
    ],
    ['files from Secrets over an image', { secretFiles: [{ path: 'a.p12', secretName: 'a' }], image: INSIDE }],
    ['metrics of its own', { config: withManagement, image: CUSTOM, metrics: true }],
    ['the way to the metrics and health', { config: withManagement, image: CUSTOM, expose: [8080] }],
    ['a low port', { config: helloWorld({ 'adapter.xml': HELLO.replace('8081', '80') }) }],
  ])('given %s, then every field that is not constant has an origin', (_, props) => {
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(unexplained(helloWorldChart(props))).toEqual([]);
    stderr.mockRestore();
  });

  test('given the grace period, then it says the line and how it was reckoned', () => {
    expect(find(helloWorldChart(), 'Deployment', 'terminationGracePeriodSeconds')).toMatchObject({
      value: 80,
      sources: [
        { kind: 'place', at: { file: 'config/bootstrap.properties', line: 5 }, says: 'operationTimeout=30000' },
        { kind: 'default', prop: 'drain.preStop' },
      ],
      why: 'preStop 15 s + 31 s to stop + 30 s when that was not enough, rounded up to ten seconds',
    });
  });

  test('given a port, then it says where it stands; given a prop, then the prop', () => {
    const chart = new InterlokChart(new App(), 'hello-world', { config: 'config', replicas: 3 });
    const [port] = find(chart, 'Service', 'spec.ports[0].port')?.sources ?? [];
    expect(port).toMatchObject({
      kind: 'place',
      at: { file: 'config/adapter.xml' },
      says: 'jetty-http-connection 8081',
    });
    expect(find(chart, 'Deployment', 'spec.replicas')?.sources).toEqual([{ kind: 'prop', prop: 'replicas' }]);
  });

  test('given the files of a ConfigMap, then each has its own place, and what was added says so', () => {
    const rows = explain(helloWorldChart()).filter(
      ({ kind, field }) => kind === 'ConfigMap' && field.startsWith('data'),
    );
    expect(rows.map(({ field, sources }) => [field, ...sources])).toEqual([
      ["data['adapter.xml']", { kind: 'place', at: { file: 'config/adapter.xml' } }],
      ["data['bootstrap.properties']", { kind: 'place', at: { file: 'config/bootstrap.properties' } }],
      ["data['log4j2.xml']", { kind: 'default', prop: 'completeConfiguration' }],
    ]);
  });

  test('given names and the namespace, then they come from the id and the prop, and only constants from nothing', () => {
    const chart = helloWorldChart({ namespace: 'integration' });
    expect(find(chart, 'Service', 'metadata.name')?.sources).toEqual([{ kind: 'prop', prop: 'id' }]);
    expect(find(chart, 'Service', 'metadata.namespace')?.sources).toEqual([{ kind: 'prop', prop: 'namespace' }]);
    expect(find(chart, 'Service', "labels['app.kubernetes.io/managed-by']")?.sources).toEqual([]);
  });

  test('given a component that nobody knows, then the NetworkPolicy lets everything out because of its line', () => {
    const adapter = readFileSync('config/adapter.xml', 'utf8').replace(
      '<produce-connection class="null-connection"/>',
      '<produce-connection class="com.example.OurConnection"/>',
    );
    const image = InterlokImage.custom('registry.example.com/orders:1.0', { release: '5.0.1' });
    const chart = helloWorldChart({
      config: helloWorld({ 'adapter.xml': adapter }),
      image,
      silence: ['unknown-class'],
    });
    const { sources = [], why } = find(chart, 'NetworkPolicy', 'spec.egress[0]') ?? {};
    expect(why).toBe('everything may go out: where to is not in the configuration for certain');
    expect(sources).toEqual([
      expect.objectContaining({ kind: 'place', says: expect.stringContaining('nobody knows') as string }),
    ]);
  });
});
