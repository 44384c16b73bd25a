import { SizeRoundingBehavior } from 'cdk8s';
import type { PropProblem } from '../../errors';
import type { HaproxyIngressControllerProps } from '../haproxy-ingress-controller-props';
import { CONFIG_KEYS } from './config-keys';

const SMALLEST_MEMORY_MEBIBYTES = 500;
/** Ports on which the controller's container listens. */
const OWN_PORTS: ReadonlySet<number> = new Set([1024, 1042, 6060, 6061, 8080, 8443, 8444, 10000]);

/** Problems that this controller alone has with the props. */
export function checkHaproxytech(name: string, props: HaproxyIngressControllerProps): PropProblem[] {
  const problems: PropProblem[] = [];
  const daemonSet = props.daemonSet ?? props.exposure?.type === 'HostPorts';
  if (daemonSet && !name.includes('-')) {
    const expected =
      'a name with a dash, for example haproxy-controller: a controller in a DaemonSet finds its fellow pods by the parts of its name';
    problems.push({ field: 'id', value: name, expected });
  }
  const memory = props.resources?.memory?.limit?.toMebibytes({ rounding: SizeRoundingBehavior.FLOOR });
  if (memory !== undefined && memory < SMALLEST_MEMORY_MEBIBYTES) {
    const expected = `at least Size.mebibytes(${SMALLEST_MEMORY_MEBIBYTES}): with less it restarts for ever (haproxytech/kubernetes-ingress#799)`;
    problems.push({ field: 'resources.memory.limit', value: `${memory}Mi`, expected });
  }
  for (const key of Object.keys(props.config ?? {})) {
    if (!CONFIG_KEYS.has(key)) {
      const expected = 'a key that the controller knows: it ignores every other without a word';
      problems.push({ field: 'config', value: key, expected });
    }
  }
  (props.tcpServices ?? []).forEach(({ port }, index) => {
    if (OWN_PORTS.has(port)) {
      const expected = `a port that the controller does not use itself (${[...OWN_PORTS].join(', ')})`;
      problems.push({ field: `tcpServices[${index}].port`, value: port, expected });
    }
  });
  return problems;
}
