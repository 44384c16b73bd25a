import { check, checkFields, checkText, isObject, type PropProblem, required, type ValueCheck } from '../../errors';
import { IngressDialect } from '../../haproxy';
import type { InterlokAutoscaling, InterlokLoad } from './autoscaling';
import { checkReplicas } from './check-pod';
import type { InterlokProps } from './interlok-props';
import { DEFAULT_REPLICAS } from './replicas';

/** KEDA puts `keda-hpa-` before it, and the name of the HorizontalPodAutoscaler may have 63 characters. */
const LONGEST_SCALED_OBJECT = 54;

const PROMETHEUS = "the address of Prometheus, for example 'http://prometheus-operated.monitoring.svc:9090'";

const checkPercent = check(
  (percent: number) => Number.isInteger(percent) && percent >= 1 && percent <= 1000,
  'a percentage of the CPU request, a whole number from 1 to 1000',
);

const checkShare = check(
  (share: number) => typeof share === 'number' && share >= 0.01 && share <= 1,
  'a share from 0.01 to 1',
);

const loadFields: Readonly<Record<keyof InterlokLoad, ValueCheck>> = {
  prometheus: required(checkText(/^https?:\/\/[^\s/?#]+[^\s?#]*$/, PROMETHEUS), PROMETHEUS),
  target: checkShare,
  requestsPerPod: checkReplicas,
};

const fields: Readonly<Record<keyof InterlokAutoscaling, ValueCheck>> = {
  minReplicas: checkReplicas,
  maxReplicas: required(checkReplicas, 'the most pods that there may be'),
  cpu: checkPercent,
  load: checkFields(loadFields),
  external: check((value: unknown) => typeof value === 'boolean', 'true or false'),
};

/** What decides about the number of pods, and within which limits. */
export const checkAutoscaling: ValueCheck = (field, autoscaling) => {
  const problems = checkFields(fields)(field, autoscaling);
  if (problems.length > 0 || !isObject(autoscaling)) return problems;
  const { minReplicas = DEFAULT_REPLICAS, maxReplicas, ...signals } = autoscaling as unknown as InterlokAutoscaling;
  const given = (['cpu', 'load', 'external'] as const).filter(
    (name) => ![undefined, false].includes(signals[name] as never),
  );
  return [
    ...(maxReplicas >= minReplicas
      ? []
      : [{ field: `${field}.maxReplicas`, value: maxReplicas, expected: `at least minReplicas, ${minReplicas}` }]),
    ...(given.length === 1
      ? []
      : [
          {
            field,
            value: given.length === 0 ? autoscaling : given.join(', '),
            expected: 'one of cpu, load and external: true in it',
          },
        ]),
  ];
};

/** What contradicts an autoscaler among the other props; each of them must be well-formed in itself. */
export function autoscalingContradictions(name: string, props: InterlokProps): PropProblem[] {
  const { autoscaling, replicas, resources } = props;
  if (autoscaling === undefined) return [];
  const beside: PropProblem[] = [];
  if (replicas !== undefined)
    beside.push({
      field: 'replicas',
      value: replicas,
      expected: 'no replicas beside autoscaling, which each apply would set back; say autoscaling.minReplicas',
    });
  if (autoscaling.cpu !== undefined && resources?.cpuRequest === undefined)
    beside.push({
      field: 'resources.cpuRequest',
      value: undefined,
      expected: 'what a busy pod uses, for example Cpu.millis(500): autoscaling.cpu is a percentage of it',
    });
  return autoscaling.load === undefined ? beside : [...beside, ...loadContradictions(name, props)];
}

function loadContradictions(name: string, { ingress }: InterlokProps): PropProblem[] {
  const problems: PropProblem[] = [];
  if (name.length > LONGEST_SCALED_OBJECT)
    problems.push({
      field: 'name',
      value: name,
      expected: `at most ${LONGEST_SCALED_OBJECT} characters beside autoscaling.load: KEDA names its own autoscaler after it`,
    });
  if (ingress === false)
    problems.push({
      field: 'ingress',
      value: false,
      expected: 'an Ingress beside autoscaling.load: it is HAProxy that counts the requests',
    });
  else if (ingress?.dialect === IngressDialect.JCMORAISJR)
    problems.push({
      field: 'ingress.dialect',
      value: ingress.dialect,
      expected: `'${IngressDialect.HAPROXYTECH}' beside autoscaling.load, which reads that controller's metrics; autoscaling.cpu needs none`,
    });
  return problems;
}
