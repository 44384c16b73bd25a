import { App, Chart, Duration } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { IngressDialect, IngressTls, Interlok, type InterlokChartProps, InterlokImage } from '../../../lib';
import { hasKind, helloWorldChart, objectOf, objectsOf } from '../../support/charts';
import { helloWorld } from '../../support/config';
import { at, type Json, listAt } from '../../support/json';
import { expectStrictlyValid } from '../../support/strict-schema';

const image = InterlokImage.custom('registry.example.com/interlok:1.0', {
  release: '5.0.1',
  components: ['metrics-jvm', 'metrics-provider-prometheus'],
  ui: false,
});

/** The Hello World with a management Jetty that serves metrics. */
function serving(): Partial<InterlokChartProps> {
  const lines = ['managementComponents=jetty:metrics-jvm:metrics-provider-prometheus', 'startAdapterQuietly=false', ''];
  return { image, metrics: true, config: helloWorld({ 'bootstrap.properties': lines.join('\n') }) };
}

const quiet: Partial<InterlokChartProps> = { metrics: { adapter: false } };

function alertsOf(props: Partial<InterlokChartProps>): Json[] {
  const rule = objectOf(helloWorldChart({ ...quiet, ...props }), 'PrometheusRule');
  return listAt(rule, 'spec.groups').flatMap((group) => listAt(group, 'rules'));
}

const namesOf = (props: Partial<InterlokChartProps>): unknown[] => alertsOf(props).map(({ alert }) => alert);

const expressionOf = (alert: string, props: Partial<InterlokChartProps>): unknown =>
  alertsOf(props).find((each) => each['alert'] === alert)?.['expr'];

describe('the metrics of the adapter', () => {
  test('given a component that serves them, then the pods are monitored at its port, which only Prometheus reaches', () => {
    const chart = helloWorldChart(serving());

    expect(at(objectOf(chart, 'PodMonitor'), 'spec')).toEqual({
      podMetricsEndpoints: [{ path: '/prometheus/metrics', port: 'metrics' }],
      selector: {
        matchLabels: { 'app.kubernetes.io/instance': 'hello-world', 'app.kubernetes.io/name': 'interlok' },
      },
    });
    expect(JSON.stringify(objectOf(chart, 'Deployment'))).toContain('{"containerPort":8080,"name":"metrics"}');
    expect(JSON.stringify(objectOf(chart, 'Service'))).not.toContain('8080');
    expect(listAt(objectOf(chart, 'NetworkPolicy'), 'spec.ingress')[1]).toEqual({
      from: [
        {
          namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } },
          podSelector: { matchLabels: { 'app.kubernetes.io/name': 'prometheus' } },
        },
      ],
      ports: [{ port: 8080, protocol: 'TCP' }],
    });
    expectStrictlyValid(objectsOf(chart));
  });

  test('given a port that the Service offers anyway, then it keeps its name', () => {
    const chart = helloWorldChart({ ...serving(), expose: [8080] });

    expect(listAt(objectOf(chart, 'PodMonitor'), 'spec.podMetricsEndpoints')[0]).toMatchObject({ port: 'http-8080' });
    expectStrictlyValid(objectsOf(chart));
  });

  test('given that they are not wanted, then there is no PodMonitor and nothing is said', () => {
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const chart = helloWorldChart(quiet);

    expect(hasKind(chart, 'PodMonitor')).toBe(false);
    expect(stderr).not.toHaveBeenCalled();
    stderr.mockRestore();
  });
});

describe('alerts', () => {
  test('given HAProxy, then pods, restarts, queue and errors are watched by the name that HAProxy gives the backend', () => {
    expect(namesOf({})).toEqual(['InterlokNoReadyPod', 'InterlokRestarts', 'InterlokQueueing', 'InterlokErrors']);
    expect(expressionOf('InterlokErrors', {})).toBe(
      'sum(rate(haproxy_backend_http_responses_total{proxy="hello-world_svc_hello-world_http",code="5xx"}[5m])) / ' +
        'sum(rate(haproxy_backend_http_responses_total{proxy="hello-world_svc_hello-world_http"}[5m])) > 0.05',
    );
  });

  test.each<[string, Partial<InterlokChartProps>]>([
    ['a Gateway', { gateway: { name: 'shared' } }],
    ['the other controller', { ingress: { dialect: IngressDialect.JCMORAISJR } }],
    ['no Ingress', { ingress: false }],
  ])('given %s, then nothing is asked of the metrics of HAProxy', (_given, props) => {
    expect(namesOf(props)).toEqual(['InterlokNoReadyPod', 'InterlokRestarts']);
    expect(JSON.stringify(objectsOf(helloWorldChart({ ...quiet, ...props })))).not.toContain('haproxy_backend');
  });

  test('given an autoscaler, then it is known when it is at its end, by the name that it has in the cluster', () => {
    const byCpu = { autoscaling: { maxReplicas: 4, cpu: 70 }, resources: { cpuRequest: Cpu.millis(500) } };
    const byLoad = { autoscaling: { maxReplicas: 4, load: { prometheus: 'http://prometheus' } } };

    expect(expressionOf('InterlokAtMostPods', byCpu)).toContain('horizontalpodautoscaler="hello-world"');
    expect(expressionOf('InterlokAtMostPods', byLoad)).toContain('horizontalpodautoscaler="keda-hpa-hello-world"');
  });

  test('given a certificate of cert-manager, then its end is watched; of another one nothing is known', () => {
    const hosts = ['orders.example.com'];

    expect(
      expressionOf('InterlokCertificateExpires', { ingress: { hosts, tls: IngressTls.clusterIssuer('letsencrypt') } }),
    ).toMatch(/name="hello-world-tls".* - time\(\) < 1209600$/);
    expect(namesOf({ ingress: { hosts, tls: IngressTls.secret('mine') } })).not.toContain('InterlokCertificateExpires');
  });

  test('given other limits, then they hold', () => {
    const metrics = { adapter: false, alerts: { queueTime: Duration.millis(1500), errorShare: 0.2 } };

    expect(expressionOf('InterlokQueueing', { metrics })).toMatch(/ > 1\.5$/);
    expect(expressionOf('InterlokErrors', { metrics })).toMatch(/ > 0\.2$/);
  });

  test('given false, then there is no PrometheusRule', () => {
    expect(hasKind(helloWorldChart({ metrics: { adapter: false, alerts: false } }), 'PrometheusRule')).toBe(false);
  });
});

describe('the dashboard', () => {
  test('given the defaults, then Grafana finds it, under a name that no other adapter has', () => {
    const chart = helloWorldChart(quiet);
    const [configMap] = objectsOf(chart).filter((object) => at(object, 'metadata.name') === 'hello-world-dashboard');

    expect(configMap).toMatchObject({ metadata: { labels: { grafana_dashboard: '1' } } });
    const [[file, text] = []] = Object.entries((configMap?.['data'] ?? {}) as Record<string, string>);
    expect(file).toBe('hello-world-hello-world.json');
    const titles = (JSON.parse(text ?? '') as { panels: { title: string }[] }).panels.map(({ title }) => title);
    expect(titles).toContain('Mean wait for a free pod');
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('given Helm and Flux, then nothing in alerts and dashboard looks like their templates', () => {
    const texts = JSON.stringify(
      objectsOf(helloWorldChart(quiet)).filter((each) => isDashboard(each) || each['kind'] === 'PrometheusRule'),
    );

    expect(texts).not.toMatch(/\{\{|\$\{/);
  });
});

function isDashboard(object: Json): boolean {
  return String(at(object, 'metadata.name')).endsWith('-dashboard');
}

test('given a chart without namespace, then metrics are refused, for nothing could be told apart', () => {
  const chart = new Chart(new App(), 'mine');

  expect(() => new Interlok(chart, 'orders', { config: 'config', metrics: { adapter: false } })).toThrow(
    /metrics: .* expected a chart with a namespace/,
  );
});
