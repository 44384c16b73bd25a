import { ApiObject, App, Chart, Duration, JsonPatch, Testing } from 'cdk8s';
import { Capability, EnvValue, Probe, Volume } from 'cdk8s-plus-27';
import { Interlok, InterlokChart, type InterlokChartProps, PropsError } from '../../../lib';
import { objectOf, objectsOf } from '../../support/charts';
import { type Json, jsonAt, listAt } from '../../support/json';
import { restrictedViolations } from '../../support/pod-security';
import { expectStrictlyValid } from '../../support/strict-schema';

const chartOf = (props: Partial<InterlokChartProps> = {}): InterlokChart =>
  new InterlokChart(new App(), 'orders', { config: 'config', ...props });
const podOf = (chart: Chart): Json => jsonAt(objectOf(chart, 'Deployment'), 'spec.template.spec');
const names = (pod: Json, list: string): unknown[] => listAt(pod, list).map(({ name }) => name);
const egressOf = (chart: Chart): unknown => jsonAt(objectOf(chart, 'NetworkPolicy'), 'spec')['egress'];

/** What the synth says of a chart, field by field. */
function problemsOf(make: () => Chart): string[] {
  try {
    Testing.synth(make());
    return [];
  } catch (error) {
    if (!(error instanceof PropsError)) throw error;
    return error.problems.map(({ field, value }) => `${field}=${String(value)}`);
  }
}

describe('given containers that were added through cdk8s-plus', () => {
  test('when they say nothing of their security, then they have what Interlok has, and the namespace admits the pod', () => {
    const chart = chartOf();
    chart.deployment.addContainer({ name: 'sidecar', image: 'busybox:1.36' });
    chart.deployment.addInitContainer({ name: 'init', image: 'busybox:1.36' });

    const pod = podOf(chart);
    const [interlok, sidecar] = listAt(pod, 'containers');
    expect(sidecar?.['securityContext']).toEqual(interlok?.['securityContext']);
    expect(listAt(pod, 'initContainers')[0]?.['securityContext']).toEqual(interlok?.['securityContext']);
    expect(restrictedViolations(objectsOf(chart))).toEqual([]);
    expectStrictlyValid(objectsOf(chart));
  });

  test('when one is added by a patch, without any security context, then it is hardened too', () => {
    const chart = chartOf();
    const container = { name: 'raw', image: 'busybox:1.36' };
    ApiObject.of(chart.deployment).addJsonPatch(
      JsonPatch.add('/spec/template/spec/containers/-', container),
      JsonPatch.add('/spec/template/spec/initContainers', [container]),
    );
    expect(restrictedViolations(objectsOf(chart))).toEqual([]);
  });

  test('when one says what it needs, then it keeps that', () => {
    const chart = chartOf();
    const securityContext = { user: 65532, group: 65532, readOnlyRootFilesystem: false };
    chart.deployment.addContainer({ name: 'sidecar', image: 'busybox:1.36', securityContext });

    expect(listAt(podOf(chart), 'containers')[1]?.['securityContext']).toMatchObject({
      runAsUser: 65532,
      runAsGroup: 65532,
      readOnlyRootFilesystem: false,
      capabilities: { drop: ['ALL'] },
    });
    expect(restrictedViolations(objectsOf(chart))).toEqual([]);
  });

  test('when one asks for what the namespace refuses, then each field is named before anything is written', () => {
    const make = (): Chart => {
      const chart = chartOf();
      chart.deployment.addContainer({
        name: 'agent',
        image: 'agent:1',
        ports: [{ number: 9000, hostPort: 9000 }],
        securityContext: {
          privileged: true,
          allowPrivilegeEscalation: true,
          ensureNonRoot: false,
          user: 0,
          capabilities: { add: [Capability.SYS_PTRACE] },
        },
      });
      chart.deployment.addVolume(Volume.fromHostPath(chart, 'node', 'node', { path: '/var/log' }));
      return chart;
    };
    expect(problemsOf(make)).toEqual([
      "volume 'node'=hostPath",
      "container 'agent' securityContext.privileged=true",
      "container 'agent' securityContext.allowPrivilegeEscalation=true",
      "container 'agent' securityContext.runAsNonRoot=false",
      "container 'agent' securityContext.runAsUser=0",
      "container 'agent' securityContext.capabilities.add=CAP_SYS_PTRACE",
      "container 'agent' ports hostPort=9000",
    ]);
    const app = new App({ outdir: 'no-such-directory-is-made' });
    const chart = new InterlokChart(app, 'orders', { config: 'config' });
    chart.deployment.addContainer({ name: 'a', image: 'a:1', securityContext: { privileged: true } });
    expect(() => app.node.validate().concat(chart.deployment.node.validate())).toThrow(
      "container 'a' securityContext.privileged: got true, expected false: the namespace admits only pods",
    );
  });

  test('when there is one, then the pod may go anywhere, for what it needs is not known', () => {
    const chart = chartOf();
    expect(egressOf(chart)).not.toEqual([{}]);
    chart.deployment.addContainer({ name: 'sidecar', image: 'busybox:1.36' });
    expect(egressOf(chart)).toEqual([{}]);
  });

  test('when the construct is in a chart of its user, then the same holds', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'shop' });
    const { deployment } = new Interlok(chart, 'orders', { config: 'config' });
    deployment.addContainer({ name: 'sidecar', image: 'busybox:1.36' });
    expect(restrictedViolations(objectsOf(chart))).toEqual([]);
  });
});

describe('given sidecars and init containers as props', () => {
  const proxy = {
    name: 'proxy',
    image: 'registry.example.com/proxy:2.1',
    envVariables: { A: EnvValue.fromValue('b') },
    startup: Probe.fromTcpSocket({ port: 5432, periodSeconds: Duration.seconds(1) }),
  };
  const shipper = { name: 'shipper', image: 'shipper:latest', startsFirst: false, connects: false };
  const migrate = { name: 'migrate', image: 'migrate:1', connects: false };

  test('when a sidecar must run first, then it is a native one before the init containers, with its probe', () => {
    const chart = chartOf({ sidecars: [proxy, shipper], initContainers: [migrate] });
    const pod = podOf(chart);

    expect(names(pod, 'initContainers')).toEqual(['proxy', 'migrate']);
    expect(names(pod, 'containers')).toEqual(['interlok', 'shipper']);
    expect(listAt(pod, 'initContainers')).toMatchObject([
      { restartPolicy: 'Always', startupProbe: { tcpSocket: { port: 5432 } }, imagePullPolicy: 'IfNotPresent' },
      { imagePullPolicy: 'IfNotPresent' },
    ]);
    expect(listAt(pod, 'initContainers')[1]).not.toHaveProperty('restartPolicy');
    expect(listAt(pod, 'containers')[1]).toMatchObject({ imagePullPolicy: 'Always' });
    expect(restrictedViolations(objectsOf(chart))).toEqual([]);
    expectStrictlyValid(objectsOf(chart));
  });

  test('when none of them connects to other systems, then the NetworkPolicy stays closed', () => {
    expect(egressOf(chartOf({ sidecars: [shipper], initContainers: [migrate] }))).toEqual(egressOf(chartOf()));
    expect(egressOf(chartOf({ sidecars: [shipper, proxy] }))).toEqual([{}]);
  });

  test.each<[unknown, string[]]>([
    [{ sidecars: {} }, ['sidecars=[object Object]']],
    [{ sidecars: ['proxy'] }, ['sidecars[0]=proxy']],
    [{ sidecars: [{ image: 'a:1' }] }, ['sidecars[0].name=undefined']],
    [{ sidecars: [{ name: 'interlok', image: 'a:1' }] }, ['sidecars[0].name=interlok']],
    [{ sidecars: [{ name: 'a', image: 'a' }] }, ['sidecars[0].image=a']],
    [{ sidecars: [{ name: 'a', image: 'a:1', native: true }] }, ['sidecars[0].native=true']],
    [
      { sidecars: [{ name: 'a', image: 'a:1' }], initContainers: [{ name: 'a', image: 'a:1' }] },
      ['initContainers[0].name=a'],
    ],
    [{ initContainers: [{ name: 'a', image: 'a:1', startsFirst: true }] }, ['initContainers[0].startsFirst=true']],
  ])('when they are %j, then each wrong field is named', (props, expected) => {
    expect(problemsOf(() => chartOf(props as Partial<InterlokChartProps>))).toEqual(expected);
  });
});
