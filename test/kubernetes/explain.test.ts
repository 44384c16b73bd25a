import { App } from 'cdk8s';
import { explain, type Explanation, InterlokChart } from '../../lib';
import { helloWorldChart } from '../support/charts';
import { EVERY_PROP, INSTEAD_OF } from '../support/every-prop';

/** Fields that every manifest of their kind has as they are. */
const CONSTANT = [
  /^(apiVersion|kind|immutable|automountServiceAccountToken)$/,
  /^spec\.(minReadySeconds|progressDeadlineSeconds|type|policyTypes.*|podManagementPolicy|clusterIP)$/,
  /^spec\.(maxUnavailable|unhealthyPodEvictionPolicy|publishNotReadyAddresses)$/,
  /^spec\.template\.spec\.(automountServiceAccountToken|enableServiceLinks|restartPolicy|setHostnameAsFQDN)$/,
  /securityContext\.(allowPrivilegeEscalation|capabilities.*|privileged|readOnlyRootFilesystem|runAsNonRoot)$/,
  /securityContext\.(fsGroupChangePolicy|seccompProfile\.type)$/,
  /^spec\.template\.spec\.containers\[0\]\.name$/,
];

/** The scratch directories, which are the same for every adapter. */
const SCRATCH = /volume/i;

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
});
