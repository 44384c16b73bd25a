import { type Finding, finding, type Rule } from '../../findings';
import { type Adapter, type JvmOption, jvmSize, lastOption } from '../../interlok';

/** More memory than the container may have. */
export const jvmMemoryAboveLimit: Rule = {
  id: 'jvm-memory-above-limit',
  severity: 'warning',
  what: 'Options of the JVM let it take more memory than the limit of its container: heap, class metadata, code cache, thread stacks and direct buffers together.',
  why: 'The kernel kills a process that goes beyond the limit, without a word in the log (OOMKilled, exit code 137). An error where one option alone takes the whole limit; also an error where the JVM would not start, for sizes that it cannot read or `-Xms` above `-Xmx`.',
  since: 'all',
  fix: 'Leave the heap out, which follows from `resources.memory`; or raise that, or lower the options.',
};

const MIB = 1024 ** 2;
/** Class metadata, code and the JVM itself as adapters have them, in MiB; a limit that is set counts in its place. */
const METASPACE = 64;
const CODE_CACHE = 48;
/** The code cache that the JVM reserves anyway, in MiB, though few adapters fill a part of it. */
const RESERVED_CODE_CACHE = 240;
const JVM = 32;
const STACK = 1;
/** Threads of Interlok, Jetty and the JVM, beside those of pools. */
const THREADS = 40;

/** What {@link findJvmMemory} compares. */
export interface JvmMemory {
  /** In the order in which they take effect. */
  readonly options: readonly JvmOption[];
  /** The heap when no option says otherwise, in MiB. */
  readonly heap: number;
  /** The memory limit of the container, in MiB. */
  readonly limit: number;
}

/** Finds options of the JVM that add up to more than the limit, and those that keep it from starting. */
export function findJvmMemory(adapter: Adapter, { options, heap: derived, limit }: JvmMemory): Finding[] {
  const refused = refusedSizes(adapter, options);
  if (refused.length > 0) return refused;
  const heap = heapOf(options, derived, limit);
  const initial = sizeOf(options, '-Xms', '-XX:InitialHeapSize=');
  if (initial !== undefined && initial.mebibytes > heap.mebibytes) {
    const message = `${initial.said} is more than the heap may grow to, ${heap.mebibytes} MiB (${heap.said}): the JVM does not start`;
    return [error(adapter, message, 'leave it out, or raise resources.memory, from which the heap follows')];
  }
  const parts = [heap, ...outsideHeap(adapter, options)];
  const sum = parts.reduce((total, { mebibytes }) => total + mebibytes, 0);
  if (sum <= limit || !parts.some(({ isSet }) => isSet)) return [];
  const largest = parts.find(({ isSet, mebibytes }) => isSet && mebibytes >= limit);
  const terms = parts.map(({ name, mebibytes, said }) => `${name} ${mebibytes}${said === '' ? '' : ` (${said})`}`);
  const message = `the JVM may take ${sum} MiB and the container ${limit} MiB: ${terms.join(' + ')}`;
  const hint = 'leave the heap to resources.memory, raise that, or lower the options';
  return [
    largest === undefined ? finding(jvmMemoryAboveLimit, adapter, { message, hint }) : error(adapter, message, hint),
  ];
}

interface Part {
  readonly name: string;
  readonly mebibytes: number;
  /** The option, or how it comes about. */
  readonly said: string;
  /** Whether an option sets it. */
  readonly isSet: boolean;
}

function heapOf(options: readonly JvmOption[], derived: number, limit: number): Part {
  const set = sizeOf(options, '-Xmx', '-XX:MaxHeapSize=');
  if (set !== undefined) return { name: 'heap', ...set, isSet: true };
  const share = shareOf(options, limit);
  return share ?? { name: 'heap', mebibytes: derived, said: `-Xmx${derived}m`, isSet: false };
}

/** The heap as a share of the memory, a quarter by default: of the limit, or of `-XX:MaxRAM`. */
function shareOf(options: readonly JvmOption[], limit: number): Part | undefined {
  const ram = sizeOf(options, '-XX:MaxRAM=');
  const percentage = lastOption(options, '-XX:MaxRAMPercentage=');
  const fraction = lastOption(options, '-XX:MaxRAMFraction=', '-XX:DefaultMaxRAMFraction=');
  const percent = percentage === undefined ? 100 / Number(fraction?.value ?? 4) : Number(percentage.value);
  const said = [percentage ?? fraction, lastOption(options, '-XX:MaxRAM=')].flatMap((each) => each ?? []);
  if (said.length === 0 || !(percent > 0 && percent <= 100)) return undefined;
  const mebibytes = Math.floor(((ram?.mebibytes ?? limit) * percent) / 100);
  return { name: 'heap', mebibytes, said: said.map(shown).join(' '), isSet: true };
}

function outsideHeap(adapter: Adapter, options: readonly JvmOption[]): readonly Part[] {
  const metaspace = sizeOf(options, '-XX:MaxMetaspaceSize=');
  const code = sizeOf(options, '-XX:ReservedCodeCacheSize=');
  const largeCode = code !== undefined && code.mebibytes > RESERVED_CODE_CACHE ? code : undefined;
  const stack = stackOf(options);
  const pools = adapter.channels.flatMap(({ workflows }) => workflows.map(({ concurrency = 1 }) => concurrency));
  const threads = THREADS + pools.reduce((sum, size) => sum + size, 0);
  const direct = sizeOf(options, '-XX:MaxDirectMemorySize=');
  return [
    { name: 'class metadata', mebibytes: METASPACE, said: '', ...metaspace, isSet: metaspace !== undefined },
    { name: 'code cache', mebibytes: CODE_CACHE, said: '', ...largeCode, isSet: largeCode !== undefined },
    {
      name: `${threads} thread stacks`,
      mebibytes: Math.ceil(threads * (stack?.mebibytes ?? STACK)),
      said: stack?.said ?? '',
      isSet: stack !== undefined && stack.mebibytes > STACK,
    },
    ...(direct === undefined ? [] : [{ name: 'direct buffers', ...direct, isSet: true }]),
    { name: 'the JVM itself', mebibytes: JVM, said: '', isSet: false },
  ];
}

/** `-XX:ThreadStackSize` counts in KiB, unlike all others. */
function stackOf(options: readonly JvmOption[]): Pick<Part, 'mebibytes' | 'said'> | undefined {
  const option = lastOption(options, '-Xss', '-XX:ThreadStackSize=');
  if (option === undefined) return undefined;
  const unit = /^\d+$/.test(option.value) && option.text.startsWith('-XX') ? 1024 : 1;
  const bytes = jvmSize(option.value);
  // Zero is the default.
  return bytes === undefined || bytes === 0 ? undefined : { mebibytes: (bytes * unit) / MIB, said: shown(option) };
}

function sizeOf(
  options: readonly JvmOption[],
  ...prefixes: readonly string[]
): Pick<Part, 'mebibytes' | 'said'> | undefined {
  const option = lastOption(options, ...prefixes);
  const bytes = jvmSize(option?.value ?? '');
  return option === undefined || bytes === undefined
    ? undefined
    : { mebibytes: Math.ceil(bytes / MIB), said: shown(option) };
}

const SIZES = [
  ...['-Xmx', '-Xms', '-Xmn', '-Xss', '-XX:MaxHeapSize=', '-XX:InitialHeapSize=', '-XX:MaxMetaspaceSize='],
  ...['-XX:ReservedCodeCacheSize=', '-XX:MaxDirectMemorySize=', '-XX:ThreadStackSize='],
];

function refusedSizes(adapter: Adapter, options: readonly JvmOption[]): Finding[] {
  return options.flatMap((option): Finding[] => {
    const prefix = SIZES.find((each) => option.text.startsWith(each));
    if (prefix === undefined || jvmSize(option.text.slice(prefix.length)) !== undefined) return [];
    if (/[\uE001$]/.test(option.text)) return []; // known at run time alone
    const message = `${shown(option)} has no size that the JVM can read: it does not start`;
    return [error(adapter, message, `write a whole number and k, m or g, for example ${prefix}256m`)];
  });
}

function error(adapter: Adapter, message: string, hint: string): Finding {
  return finding(jvmMemoryAboveLimit, adapter, { message, hint, severity: 'error' });
}

function shown({ text, variable }: JvmOption): string {
  return variable === 'JVM_ARGS' ? text : `${text} in ${variable}`;
}
