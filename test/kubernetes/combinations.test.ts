import { App, Size } from 'cdk8s';
import fc from 'fast-check';
import { HaproxyIngressController, type InterlokChart, type InterlokChartProps, PropsError, Rollout } from '../../lib';
import { helloWorldChart, objectsOf } from '../support/charts';
import { EVERY_PROP } from '../support/every-prop';
import { lostFields } from '../support/lost-fields';
import { restrictedViolations } from '../support/pod-security';
import { schemaErrors } from '../support/strict-schema';

type Variants = { readonly [K in keyof InterlokChartProps]?: readonly InterlokChartProps[K][] };

/** Further values of props that have more than one form. */
const FORMS: Variants = {
  autoscaling: [
    { maxReplicas: 4, cpu: 70 },
    { minReplicas: 3, maxReplicas: 3, external: true },
  ],
  ingress: [false, { paths: [{ path: '/orders' }] }],
  gateway: [{ name: 'shared' }],
  storage: [[{ path: '/data', size: Size.mebibytes(500) }], [{ path: '/data', size: Size.gibibytes(1), perPod: true }]],
  rollout: [Rollout.ROLLING],
  networkPolicy: [true],
  metrics: [true, { alerts: false, dashboard: false }],
  resources: [{}],
};

const { config, silence, ...others } = EVERY_PROP;
const props: fc.Arbitrary<InterlokChartProps> = fc
  .record(
    Object.fromEntries(
      Object.entries(others).map(([name, value]) => [
        name,
        fc.constantFrom(value as unknown, ...(FORMS[name as keyof Variants] ?? [])),
      ]),
    ),
    { requiredKeys: [] },
  )
  .map((some) => ({ ...some, config, silence }));

/** The props that an error is about: those that it names, or, where these are not given, those for which they are missed. */
function blamed({ problems }: PropsError, given: InterlokChartProps): string[] {
  return problems.flatMap(({ field, expected }) => {
    const [name = ''] = field.split(/[.[]/);
    if (name in given) return [name];
    return Object.keys(given).filter((other) => new RegExp(String.raw`\b${other}\b`).test(expected));
  });
}

function without(given: InterlokChartProps, names: readonly string[]): InterlokChartProps {
  return Object.fromEntries(
    Object.entries(given).filter(([name]) => !names.includes(name)),
  ) as unknown as InterlokChartProps;
}

/** The chart, and, where props contradict one another, that of what is left when those that the errors name are gone. */
function chartOf(given: InterlokChartProps): InterlokChart {
  try {
    return helloWorldChart(given);
  } catch (error) {
    if (!(error instanceof PropsError)) throw error;
    const names = blamed(error, given);
    expect(names).not.toEqual([]);
    return chartOf(without(given, names));
  }
}

test('given any of the props together, then the manifests are valid and agree, or an error names what does not', () => {
  fc.assert(
    fc.property(props, (given) => {
      const chart = chartOf(given);
      const objects = objectsOf(chart);
      expect(schemaErrors(objects)).toEqual([]);
      expect(restrictedViolations(objects)).toEqual([]);
      expect(lostFields(chart)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('given a controller, then nothing that its objects were given is lost', () => {
  expect(lostFields(new HaproxyIngressController(new App(), 'haproxy-controller'))).toEqual([]);
});
