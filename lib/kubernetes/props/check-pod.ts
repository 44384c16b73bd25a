import { Duration, Size, SizeRoundingBehavior } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { check, checkEach, checkFields, isObject, type PropProblem, type ValueCheck } from '../../errors';
import type { InterlokDrain, InterlokResources } from './interlok-props';

/** The smallest memory limit, in MiB, that leaves a usable heap. */
export const SMALLEST_MEMORY_LIMIT = 320;

/** How many pods; the API server counts them in 32 bits. */
export const checkReplicas = check(
  (replicas: number) => Number.isInteger(replicas) && replicas >= 1 && replicas < 2 ** 31,
  'a whole number of at least 1',
);

const exact = { rounding: SizeRoundingBehavior.NONE };

const checkMemory: ValueCheck = (field, size) => {
  if (size === undefined) return [];
  if (!(size instanceof Size)) return [{ field, value: size, expected: 'a Size, for example Size.mebibytes(512)' }];
  const mebibytes = size.toMebibytes(exact);
  if (Number.isSafeInteger(mebibytes) && mebibytes >= SMALLEST_MEMORY_LIMIT) return [];
  const expected = `whole MiB, at least Size.mebibytes(${SMALLEST_MEMORY_LIMIT}): the JVM needs 256 MiB beside its heap`;
  return [{ field, value: `${mebibytes}Mi`, expected }];
};

const checkStorage: ValueCheck = (field, size) => {
  if (size === undefined) return [];
  if (!(size instanceof Size)) return [{ field, value: size, expected: 'a Size, for example Size.gibibytes(1)' }];
  const gibibytes = size.toGibibytes(exact);
  if (Number.isSafeInteger(gibibytes) && gibibytes >= 1) return [];
  return [{ field, value: `${gibibytes}Gi`, expected: 'whole GiB, at least Size.gibibytes(1)' }];
};

const checkCpu: ValueCheck = (field, cpu) => {
  if (cpu === undefined) return [];
  if (!(cpu instanceof Cpu)) return [{ field, value: cpu, expected: 'a Cpu, for example Cpu.millis(250)' }];
  return millisOf(cpu) > 0
    ? []
    : [{ field, value: cpu.amount, expected: 'more than nothing, for example Cpu.millis(250)' }];
};

function millisOf({ amount }: Cpu): number {
  return amount.endsWith('m') ? Number(amount.slice(0, -1)) : Number(amount) * 1000;
}

const resourceFields: Readonly<Record<keyof InterlokResources, ValueCheck>> = {
  memory: checkMemory,
  cpuRequest: checkCpu,
  cpuLimit: checkCpu,
  ephemeralStorage: checkStorage,
};

/** What one pod may use: each a possible amount, and no request above its limit. */
export const checkResources: ValueCheck = (field, resources) => {
  const problems = checkFields(resourceFields)(field, resources);
  if (problems.length > 0 || !isObject(resources)) return problems;
  const { cpuRequest = Cpu.millis(DEFAULT_CPU_REQUEST_MILLIS), cpuLimit } = resources as InterlokResources;
  if (cpuLimit === undefined || millisOf(cpuRequest) <= millisOf(cpuLimit)) return [];
  const expected = `at least what is requested, ${cpuRequest.amount}`;
  return [{ field: `${field}.cpuLimit`, value: cpuLimit.amount, expected }];
};

/** The CPU that a pod requests when nothing is said, in thousandths of a CPU. */
export const DEFAULT_CPU_REQUEST_MILLIS = 100;

const checkSeconds: ValueCheck = (field, duration) => {
  if (duration === undefined) return [];
  if (!(duration instanceof Duration))
    return [{ field, value: duration, expected: 'a Duration, for example Duration.seconds(15)' }];
  const milliseconds = duration.toMilliseconds();
  if (milliseconds >= 1000 && milliseconds % 1000 === 0) return [];
  return [{ field, value: `${milliseconds} ms`, expected: 'whole seconds, at least Duration.seconds(1)' }];
};

const drainFields: Readonly<Record<keyof InterlokDrain, ValueCheck>> = {
  preStop: checkSeconds,
  gracePeriod: checkSeconds,
};

/** How pods leave. */
export const checkDrain: ValueCheck = (field, drain) => {
  const problems = checkFields(drainFields)(field, drain);
  if (problems.length > 0 || !isObject(drain)) return problems;
  return gracePeriodProblems(field, drain);
};

function gracePeriodProblems(field: string, { preStop, gracePeriod }: InterlokDrain): PropProblem[] {
  if (preStop === undefined || gracePeriod === undefined || preStop.toSeconds() < gracePeriod.toSeconds()) return [];
  const expected = `longer than preStop, which takes ${preStop.toSeconds()} s of it`;
  return [{ field: `${field}.gracePeriod`, value: `${gracePeriod.toSeconds()} s`, expected }];
}

/** Ports of the Service. */
export const checkPorts = checkEach(
  check(
    (port: number) => Number.isInteger(port) && port >= 1 && port <= 65535,
    'a port, a whole number from 1 to 65535',
  ),
);
