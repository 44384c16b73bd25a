import { asProp, asRow, listLiteral, nothing, type Part } from './translation';
import { shown, textOf, valueAt, type YamlMap } from './yaml-values';

const MEBIBYTE = 2 ** 20;
const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, k: 2 ** 10, m: MEBIBYTE, g: 2 ** 30 };
const SMALLEST = 320;

/** What the JVM needs beside its heap, in MiB: as the library derives the heap from the memory. */
const beside = (memory: number): number => Math.max(256, Math.ceil(memory / 4));

/** Memory and CPU of the service, and the options of its JVM. */
export function translateResources(service: YamlMap, jvmArgs: string | undefined): readonly Part[] {
  const limits: readonly [string, unknown][] = [
    ['mem_limit', service['mem_limit']],
    ['deploy.resources.limits.memory', valueAt(service, 'deploy', 'resources', 'limits', 'memory')],
  ];
  const limited = limits.filter(([, value]) => value !== undefined && value !== null);
  return [
    ...limited.map(([setting, value]) => memoryLimit(setting, value)),
    ...cpuParts(service),
    ...(jvmArgs === undefined ? [] : jvmParts(jvmArgs, limited.length > 0)),
  ];
}

function memoryLimit(setting: string, value: unknown): Part {
  const bytes = bytesOf(textOf(value) ?? '');
  if (bytes === undefined) return asRow(setting, shown(value), 'no place: it is no amount of memory');
  const memory = Math.ceil(bytes / MEBIBYTE);
  if (memory >= SMALLEST) return asProp(setting, shown(value), 'resources.memory', mebibytes(memory));
  return asProp(setting, shown(value), 'resources.memory', mebibytes(SMALLEST), 'less leaves no heap');
}

function cpuParts(service: YamlMap): Part[] {
  const resources = valueAt(service, 'deploy', 'resources');
  const limits: [string, unknown][] = [
    ['cpus', service['cpus']],
    ['deploy.resources.limits.cpus', valueAt(resources, 'limits', 'cpus')],
  ];
  const reserved = Number(valueAt(resources, 'reservations', 'cpus'));
  const noLimit = 'no place: a CPU limit slows the start down; resources: { cpuLimit: … } sets one';
  return [
    ...limits
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([setting, value]) => asRow(setting, shown(value), noLimit)),
    ...(reserved > 0
      ? [
          asProp(
            'deploy.resources.reservations.cpus',
            String(reserved),
            'resources.cpuRequest',
            `Cpu.millis(${Math.ceil(reserved * 1000)})`,
          ),
        ]
      : []),
  ];
}

/** `JVM_ARGS`: the heap decides about the memory of the pod, where nothing else does. */
function jvmParts(jvmArgs: string, isLimited: boolean): Part[] {
  const setting = 'environment.JVM_ARGS';
  const options = jvmArgs.split(/\s+/).filter((option) => option !== '');
  const isMemory = (option: string): boolean => /^-Xm[xs]|^-XX:(Max|Min|Initial)(RAM|Heap)/.test(option);
  const others = options.filter((option) => !isMemory(option));
  return [
    ...options.filter(isMemory).map((option) => heapPart(setting, option, isLimited)),
    ...(others.length === 0 ? [] : [asProp(setting, others.join(' '), 'jvmOptions', listLiteral(others))]),
  ];
}

function heapPart(setting: string, option: string, isLimited: boolean): Part {
  const heap = option.startsWith('-Xmx') ? bytesOf(option.slice('-Xmx'.length)) : undefined;
  if (heap === undefined || isLimited)
    return asRow(setting, option, nothing('the heap follows from the memory of the pod'));
  const memory = memoryFor(Math.ceil(heap / MEBIBYTE));
  return asProp(setting, option, 'resources.memory', mebibytes(memory), 'the heap, and what the JVM needs beside it');
}

/** The least memory, in MiB, whose heap is at least this. */
function memoryFor(heap: number): number {
  const memory = Math.max(SMALLEST, heap + 256, Math.floor((heap * 4) / 3));
  return memory - beside(memory) >= heap ? memory : memory + 1;
}

const mebibytes = (count: number): string => `Size.mebibytes(${count})`;

/** An amount of memory as Docker and the JVM write it, in bytes. */
function bytesOf(text: string): number | undefined {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)\s*([bkmg]?)b?$/i.exec(text.trim()) ?? [];
  return amount === undefined ? undefined : Number(amount) * (UNITS[unit.toLowerCase()] ?? 1);
}
