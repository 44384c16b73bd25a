import { type Finding, finding, type Rule } from '../../findings';
import { type Adapter, type JvmOption, jvmSize, lastOption } from '../../interlok';

/** Options with which no JVM of the image starts. */
export const jvmOptionRefused: Rule = {
  id: 'jvm-option-refused',
  severity: 'error',
  what: 'An option of the JVM keeps it from starting: one that Java 17 no longer has, two garbage collectors at once, a percentage beyond 100, or a heap below 2 MiB. A warning for an image of your own, whose Java may be another.',
  why: 'The container ends with "Could not create the Java Virtual Machine" before Interlok runs. Options of the old collector (CMS), of its logs, and `PermSize` came with many a docker-compose.yml that was written for Java 8.',
  since: 'all',
  fix: 'Take the option out; for logs of the garbage collector write `-Xlog:gc*`.',
};

/** A way to write the same, or what to do without it. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  UseConcMarkSweepGC: 'take it out: G1, the default, took the place of CMS',
  UseParNewGC: 'take it out: G1, the default, took the place of CMS',
  UseParallelOldGC: 'write -XX:+UseParallelGC',
  MaxPermSize: 'write -XX:MaxMetaspaceSize=…, or take it out',
  PermSize: 'write -XX:MetaspaceSize=…, or take it out',
  PrintGCDateStamps: 'write -Xlog:gc*::time',
  PrintGCTimeStamps: 'write -Xlog:gc*::uptime',
  PrintTenuringDistribution: 'write -Xlog:gc+age=trace',
  PrintHeapAtGC: 'write -Xlog:gc+heap=debug',
  PrintGCApplicationStoppedTime: 'write -Xlog:safepoint',
  UseGCLogFileRotation: 'write -Xlog:gc*:file=logs/gc.log::filecount=5,filesize=10m',
  NumberOfGCLogFiles: 'write -Xlog:gc*:file=logs/gc.log::filecount=5,filesize=10m',
  GCLogFileSize: 'write -Xlog:gc*:file=logs/gc.log::filecount=5,filesize=10m',
  TraceClassLoading: 'write -Xlog:class+load',
  TraceClassUnloading: 'write -Xlog:class+unload',
  UseCGroupMemoryLimitForHeap: 'take it out: the limit of the container is seen by default',
  UnlockCommercialFeatures: 'take it out: flight recordings need no key',
};

/** `-XX` options that Java 8 had and Java 17 refuses, beside `CMS…`, of which it has none. Each was tried. */
const GONE: ReadonlySet<string> = new Set([
  ...Object.keys(REPLACEMENTS),
  ...['AggressiveOpts', 'AssumeMP', 'AOTLibrary', 'UseAOT', 'UseAppCDS', 'UseMembar', 'UseVMInterruptibleIO'],
  ...['UseAdaptiveGCBoundary', 'UseFastAccessorMethods', 'UseSplitVerifier', 'UseStringCache', 'UseCompressedStrings'],
  ...['ExplicitGCInvokesConcurrentAndUnloadsClasses', 'G1PrintRegionLivenessInfo', 'TraceSafepointCleanupTime'],
  ...[
    'InitialBootClassLoaderMetaspaceSize',
    'MonitorInUseLists',
    'ParallelCMSThreads',
    'UseCMSCompactAtFullCollection',
    'UseCMSInitiatingOccupancyOnly',
  ],
]);

/** Other options that Java 17 refuses, with whether `-XX:+IgnoreUnrecognizedVMOptions` helps. */
const OTHERS: readonly (readonly [option: RegExp, canBeIgnored: boolean])[] = [
  [/^-(?:Xincgc|Xconcgc|Xconcurrentio|d32|d64)$/, true],
  [/^-Xbootclasspath(?:\/p)?:/, false],
  [/^-Djava\.(?:ext|endorsed)\.dirs=./, false],
];

const COLLECTORS = ['UseSerialGC', 'UseParallelGC', 'UseG1GC', 'UseZGC', 'UseShenandoahGC', 'UseEpsilonGC'];
const PERCENTAGES = ['-XX:MaxRAMPercentage=', '-XX:MinRAMPercentage=', '-XX:InitialRAMPercentage='];
const SMALLEST_HEAP = 2 * 1024 ** 2;

/**
 * Finds the options with which the JVM does not start. Sizes that it cannot read are findings of `jvm-memory-above-limit`.
 * @param isStock False for an image of one's own, whose Java is not known
 */
export function findRefusedOptions(adapter: Adapter, options: readonly JvmOption[], isStock: boolean): Finding[] {
  const severity = isStock ? 'error' : 'warning';
  const refused = [
    ...(adapter.javaVersion === 17 ? goneOf(options) : []),
    ...collectorsOf(options),
    ...percentagesOf(options),
    ...heapOf(options),
  ];
  return refused.map(({ message, hint }) =>
    finding(jvmOptionRefused, adapter, { message: `${message}: the JVM does not start`, hint, severity }),
  );
}

interface Refused {
  readonly message: string;
  readonly hint: string;
}

function goneOf(options: readonly JvmOption[]): readonly Refused[] {
  const ignored = lastOption(options, '-XX:+IgnoreUnrecognizedVMOptions', '-XX:-IgnoreUnrecognizedVMOptions');
  const isIgnored = ignored?.text.startsWith('-XX:+') === true;
  return options.flatMap((option): Refused[] => {
    const name = /^-XX:[+-]?(\w+)/.exec(option.text)?.[1] ?? '';
    const other = OTHERS.find(([pattern]) => pattern.test(option.text));
    if (!GONE.has(name) && !name.startsWith('CMS') && other === undefined) return [];
    if (isIgnored && other?.[1] !== false) return [];
    return [{ message: `Java 17 does not have ${shown(option)}`, hint: REPLACEMENTS[name] ?? 'take it out' }];
  });
}

function collectorsOf(options: readonly JvmOption[]): readonly Refused[] {
  const chosen = COLLECTORS.flatMap((name) => {
    const option = options.findLast(({ text }) => text === `-XX:+${name}` || text === `-XX:-${name}`);
    return option?.text.startsWith('-XX:+') === true ? [option] : [];
  });
  if (chosen.length < 2) return [];
  return [{ message: `${chosen.map(shown).join(' and ')} are two garbage collectors`, hint: 'keep one of them' }];
}

function percentagesOf(options: readonly JvmOption[]): readonly Refused[] {
  return PERCENTAGES.flatMap((prefix): Refused[] => {
    const option = lastOption(options, prefix);
    if (option === undefined || isOpen(option)) return [];
    if (/^\d+(?:\.\d*)?$/.test(option.value) && Number(option.value) <= 100) return [];
    return [
      { message: `${shown(option)} is no percentage`, hint: `write a number up to 100, ${prefix}75.0 for example` },
    ];
  });
}

function heapOf(options: readonly JvmOption[]): readonly Refused[] {
  const option = lastOption(options, '-Xmx', '-XX:MaxHeapSize=');
  const bytes = jvmSize(option?.value ?? '');
  if (option === undefined || bytes === undefined || bytes >= SMALLEST_HEAP) return [];
  const message = `${shown(option)} is a heap of ${bytes} bytes`;
  return [{ message, hint: `leave the heap to resources.memory, or write the unit: ${option.text}m` }];
}

/** Whether the value is known at run time alone. */
function isOpen({ text }: JvmOption): boolean {
  return /[\uE001$]/.test(text);
}

function shown({ text, variable }: JvmOption): string {
  return variable === 'JVM_ARGS' ? text : `${text} in ${variable}`;
}
