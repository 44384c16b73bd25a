import { App, Chart, Duration, Size, Testing } from 'cdk8s';
import { Cpu, EnvValue } from 'cdk8s-plus-27';
import { Interlok, InterlokChart, InterlokImage, LoadBalancing, Variable, VariableSource } from '../../lib';
import type { InterlokChartProps, InterlokDrain, InterlokResources, SecretFile } from '../../lib';
import { helloWorldChart, objectOf, objectsOf } from '../support/charts';
import { directoryOf, helloWorld } from '../support/config';
import { at, walk, type Json } from '../support/json';
import { restrictedViolations } from '../support/pod-security';
import { expectStrictlyValid } from '../support/strict-schema';

/** An adapter that every prop has an effect on. */
const directory = directoryOf({
  'bootstrap.properties': [
    'adapterConfigUrl.0=file://localhost/./config/adapter.xml',
    'managementComponents=jmx',
    'jmxserviceurl=service:jmx:jmxmp://localhost:5555',
  ].join('\n'),
  'adapter.xml': [
    '<adapter><unique-id>bare</unique-id><channel-list><channel><unique-id>c</unique-id>',
    '<consume-connection class="jetty-http-connection"><port>8081</port></consume-connection>',
    '<workflow-list><standard-workflow><unique-id>w</unique-id>',
    '<consumer class="jetty-message-consumer"><path>/orders/*</path></consumer>',
    '</standard-workflow></workflow-list></channel></channel-list></adapter>',
  ].join('\n'),
});

/** Every value of the objects with its path, one per line: `Deployment.spec.replicas: 2`. */
function linesOf(objects: readonly Json[]): string[] {
  return objects.flatMap((object) => {
    const lines: string[] = [];
    walk(object, (value, path) => {
      if (typeof value === 'object') return;
      lines.push(`${String(object['kind'])}${path.replaceAll('/', '.')}: ${JSON.stringify(value)}`);
    });
    return lines;
  });
}

/** One value for every prop: a new prop does not compile until it is here, and so in the snapshot below. */
const everyProp: Required<InterlokChartProps> = {
  config: directory,
  namespace: 'integration',
  replicas: 4,
  image: InterlokImage.custom('registry.example.com/orders/interlok:1.2.0', {
    release: '5.0.1',
    components: ['health-check'],
  }),
  host: 'orders.example.com',
  ingress: { loadBalancing: LoadBalancing.roundRobin() },
  env: {
    REGION: 'north',
    DB_PASSWORD: Variable.fromSecret('database', 'password'),
    LIMIT: EnvValue.fromValue('10'),
  },
  envFrom: [VariableSource.fromSecret('broker'), VariableSource.fromConfigMap('stage')],
  secretFiles: [{ path: 'keys/server.p12', secretName: 'server-keys', key: 'server' } satisfies Required<SecretFile>],
  resources: {
    memory: Size.mebibytes(1024),
    cpuRequest: Cpu.millis(500),
    cpuLimit: Cpu.units(2),
    ephemeralStorage: Size.gibibytes(2),
  } satisfies Required<InterlokResources>,
  jvmOptions: ['-XX:+UseSerialGC'],
  expose: [5555],
  drain: { preStop: Duration.seconds(20), gracePeriod: Duration.seconds(120) } satisfies Required<InterlokDrain>,
  completeConfiguration: false,
  silence: ['jmx-without-authentication', 'quiet-start', 'grace-period-too-short'],
  networkPolicy: false,
  priorityClassName: 'business-critical',
  imagePullSecretName: 'registry-credentials',
};

/** Each prop alone, beside `config`; `silence` changes no object, but what is said. */
const oneAtATime = Object.entries(everyProp).filter(([name]) => !['config', 'silence'].includes(name));

/** The warnings of the adapter are not what these tests are about. */
const quiet = { config: directory, silence: ['jmx-without-authentication', 'quiet-start', 'grace-period-too-short'] };

describe('InterlokChart', () => {
  test('given the Hello World, when synthesized, then these are the manifests', () => {
    expect(objectsOf(helloWorldChart({ replicas: 3 }))).toMatchSnapshot();
  });

  test('given every prop, when synthesized, then these are the manifests', () => {
    expect(objectsOf(helloWorldChart(everyProp))).toMatchSnapshot();
  });

  test.each(oneAtATime)('given the prop %s alone, then this is what it changes, and all stays valid', (name, value) => {
    const before = linesOf(objectsOf(helloWorldChart(quiet)));
    const objects = objectsOf(helloWorldChart({ ...quiet, [name]: value }));
    const after = linesOf(objects);

    const removed = before.filter((line) => !after.includes(line)).map((line) => `- ${line}`);
    const added = after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`);
    expect([...removed, ...added]).not.toEqual([]);
    expect([...removed, ...added].join('\n')).toMatchSnapshot();
    expectStrictlyValid(objects);
    expect(restrictedViolations(objects)).toEqual([]);
  });

  test('given rules that are silenced, then nothing is said of what they find', () => {
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    helloWorldChart({ config: directory });
    expect(stderr).toHaveBeenCalledWith(expect.stringContaining('[jmx-without-authentication]'));

    stderr.mockClear();
    helloWorldChart(quiet);
    expect(stderr).not.toHaveBeenCalled();
    stderr.mockRestore();
  });

  test('given the defaults, when synthesized, then objects are valid and meet Pod Security restricted', () => {
    const objects = objectsOf(helloWorldChart());

    expectStrictlyValid(objects);
    expect(restrictedViolations(objects)).toEqual([]);
  });

  test('given no namespace, then the chart makes one that enforces restricted, first of all objects', () => {
    expect(objectsOf(helloWorldChart())[0]).toMatchObject({
      kind: 'Namespace',
      metadata: { name: 'hello-world', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
    });
  });

  test('given a namespace, then it exists already and every object is in it', () => {
    for (const object of objectsOf(helloWorldChart({ namespace: 'integration' }))) {
      expect(object['kind']).not.toBe('Namespace');
      expect(at(object, 'metadata.namespace')).toBe('integration');
    }
  });

  test('given one changed byte of configuration, then the ConfigMap has another name and the pods refer to it', () => {
    const nameOf = (config: string): string =>
      String(at(objectOf(helloWorldChart({ config }), 'ConfigMap'), 'metadata.name'));
    const changed = helloWorld({ 'notes.txt': 'x' });

    expect(nameOf(changed)).not.toBe(nameOf(helloWorld()));
    expect(nameOf(helloWorld())).toBe(nameOf('config'));
    expect(JSON.stringify(objectOf(helloWorldChart({ config: changed }), 'Deployment'))).toContain(nameOf(changed));
  });

  test('given the chart, when used further, then the ordinary cdk8s-plus API works and selects by the stable labels', () => {
    const chart = helloWorldChart();
    chart.deployment.podMetadata.addAnnotation('example.com/team', 'integration');
    chart.service?.metadata.addAnnotation('example.com/owner', 'integration');
    const second = chart.deployment.exposeViaService({ name: 'second', ports: [{ port: 80, targetPort: 8081 }] });

    expect(at(objectOf(chart, 'Deployment'), 'spec.template.metadata.annotations')).toEqual({
      'example.com/team': 'integration',
    });
    const services = objectsOf(chart).filter((object) => object['kind'] === 'Service');
    expect(services.map((service) => at(service, 'spec.selector'))).toEqual([
      { 'app.kubernetes.io/instance': 'hello-world', 'app.kubernetes.io/name': 'interlok' },
      { 'app.kubernetes.io/instance': 'hello-world', 'app.kubernetes.io/name': 'interlok' },
    ]);
    expect(second.name).toBe('second');
  });

  test('given the chart, then the adapter says what listens, and where it says so', () => {
    const { adapter } = helloWorldChart();

    expect(adapter).toMatchObject({ id: 'hello-world', javaVersion: 17, file: 'config/adapter.xml', line: 1 });
    expect(adapter.channels.map(({ id }) => id)).toEqual(['channel']);
    expect(adapter.listeners).toMatchObject([
      {
        protocol: 'http',
        port: 8081,
        file: 'config/adapter.xml',
        line: 7,
        routes: [{ path: '/*', file: 'config/adapter.xml', line: 14 }],
      },
    ]);
  });

  test('given many charts in one app, when synthesized, then each is what it is alone', () => {
    const app = new App();
    const charts = ['a', 'b', 'c'].map((id) => new InterlokChart(app, id, { config: 'config' }));

    for (const chart of charts) expect(chart.toJson()).toEqual(objectsOf(helloWorldChart({}, chart.node.id)));
  });

  test('given an invalid construct in the chart, when synthesized, then it is named', () => {
    const chart = helloWorldChart();
    chart.node.addValidation({ validate: () => ['a reason'] });

    expect(() => chart.toJson()).toThrow('[hello-world] a reason');
  });

  test('given a dependency in the chart, when synthesized, then cdk8s orders the objects', () => {
    const chart = helloWorldChart();
    chart.configMap?.node.addDependency(chart.deployment);

    const kinds = objectsOf(chart).map((object) => object['kind']);
    expect(kinds.indexOf('Deployment')).toBeLessThan(kinds.indexOf('ConfigMap'));
  });
});

describe('Interlok', () => {
  test('given a chart of your own, then the construct adds everything but the Namespace', () => {
    const chart = new Chart(new App(), 'mine', { namespace: 'mine' });
    const interlok = new Interlok(chart, 'hello-world', { config: 'config' });

    const objects = Testing.synth(chart) as object[];
    expect(objects.map((object) => at(object, 'kind'))).toEqual([
      'ServiceAccount',
      'ConfigMap',
      'Deployment',
      'Service',
      'Ingress',
      'PodDisruptionBudget',
      'NetworkPolicy',
    ]);
    expectStrictlyValid(objects);
    expect(interlok.deployment.name).toBe('hello-world');
  });
});
