import { App, Chart, Size, Testing } from 'cdk8s';
import { Interlok, InterlokChart } from '../../lib';
import { helloWorldChart, objectOf, objectsOf } from '../support/charts';
import { helloWorld } from '../support/config';
import { EVERY_PROP, INSTEAD_OF } from '../support/every-prop';
import { at, walk, type Json } from '../support/json';
import { restrictedViolations } from '../support/pod-security';
import { expectStrictlyValid } from '../support/strict-schema';

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

/** Each prop alone, beside `config`; `silence` changes no object, but what is said. */
const oneAtATime = Object.entries(EVERY_PROP).filter(([name]) => !['config', 'silence'].includes(name));

const quiet = { config: EVERY_PROP.config, silence: EVERY_PROP.silence };

describe('InterlokChart', () => {
  test('given the Hello World, when synthesized, then these are the manifests', () => {
    expect(objectsOf(helloWorldChart({ replicas: 3 }))).toMatchSnapshot();
  });

  test('given every prop that goes with the others, when synthesized, then these are the manifests', () => {
    const together = Object.fromEntries(Object.entries(EVERY_PROP).filter(([name]) => !(name in INSTEAD_OF)));

    expect(objectsOf(helloWorldChart(together))).toMatchSnapshot();
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
    helloWorldChart({ config: EVERY_PROP.config });
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

  test('given a StatefulSet, which depends on its Service, then the objects are those that cdk8s makes', () => {
    const chart = helloWorldChart({ storage: [{ path: '/data', size: Size.gibibytes(1), perPod: true }] });
    const wholeApp = jest.spyOn(Chart.prototype, 'toJson');

    const own = chart.toJson();
    expect(wholeApp).not.toHaveBeenCalled();
    wholeApp.mockRestore();
    expect(own).toEqual(Chart.prototype.toJson.call(chart));
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
