import { App, Size } from 'cdk8s';
import { ConfigurationError, InterlokChart, type InterlokChartProps } from '../../../lib';
import { jvmOptionsOf } from '../../../lib/interlok';
import { findJvmFiles } from '../../../lib/kubernetes/rules/jvm-files';
import { findRefusedOptions } from '../../../lib/kubernetes/rules/jvm-refused-options';
import { findJvmMemory } from '../../../lib/kubernetes/rules/jvm-memory';
import { aChannel, anAdapter } from '../../support/adapters';
import { objectOf } from '../../support/charts';
import { listAt } from '../../support/json';

const adapter = anAdapter([]);
const memory = (environment: Record<string, string>, limit = 512, of = adapter): string[] =>
  findJvmMemory(of, { options: jvmOptionsOf(environment), heap: limit / 2, limit }).map(
    ({ severity, message }) => `${severity}: ${message}`,
  );
const files = (options: string): string[] =>
  findJvmFiles(adapter, jvmOptionsOf({ JVM_ARGS: options }), ['/tmp', '/opt/interlok/logs']).map(
    ({ severity, message }) => `${severity}: ${message}`,
  );

describe('given memory that options of the JVM ask for', () => {
  test('when it is more than the limit, then the sum says of what', () => {
    expect(memory({ JVM_ARGS: '-Xmx2g' })).toEqual([
      'error: the JVM may take 2232 MiB and the container 512 MiB: heap 2048 (-Xmx2g) + class metadata 64 + ' +
        'code cache 48 + 40 thread stacks 40 + the JVM itself 32',
    ]);
    expect(memory({ JVM_ARGS: '-Xmx384m' })).toEqual([expect.stringMatching(/^warning: the JVM may take 568 MiB/)]);
  });

  test.each<[Record<string, string>, string]>([
    [{ JAVA_OPTS: '-Xmx2g' }, 'heap 2048 (-Xmx2g in JAVA_OPTS)'],
    [{ JAVA_TOOL_OPTIONS: '-XX:MaxHeapSize=1G' }, 'heap 1024 (-XX:MaxHeapSize=1G in JAVA_TOOL_OPTIONS)'],
    [{ JDK_JAVA_OPTIONS: '-Xmx600M' }, 'heap 600'],
    [{ _JAVA_OPTIONS: '-Xmx1048576k', JVM_ARGS: '-Xmx256m' }, 'heap 1024'],
    [{ JVM_ARGS: '-XX:MaxRAMPercentage=75' }, 'heap 384 (-XX:MaxRAMPercentage=75)'],
    [{ JVM_ARGS: '-Xss512m' }, '40 thread stacks 20480 (-Xss512m)'],
    [{ JVM_ARGS: '-XX:ThreadStackSize=16384' }, '40 thread stacks 640'],
    [{ JVM_ARGS: '-XX:MaxDirectMemorySize=256m' }, 'direct buffers 256'],
    [{ JVM_ARGS: '-XX:MaxMetaspaceSize=256m' }, 'class metadata 256'],
    [{ JVM_ARGS: '-XX:ReservedCodeCacheSize=512m' }, 'code cache 512'],
    [{ JVM_ARGS: '-Xms1g' }, '-Xms1g is more than the heap may grow to, 256 MiB'],
    [{ JVM_ARGS: '-XX:MaxRAMFraction=1' }, 'heap 512 (-XX:MaxRAMFraction=1)'],
    [{ JVM_ARGS: '-XX:MaxRAM=4g' }, 'heap 1024 (-XX:MaxRAM=4g)'],
    [{ JAVA_OPTS: '-mx2g' }, 'heap 2048 (-Xmx2g in JAVA_OPTS)'],
    [{ JVM_ARGS: '-Xmx0x80000000' }, 'heap 2048 (-Xmx0x80000000)'],
    [{ JVM_ARGS: '-Xmx2gb' }, '-Xmx2gb has no size that the JVM can read'],
  ])('when they are %j, then it is said with %s', (environment, said) => {
    expect(memory(environment)).toEqual([expect.stringContaining(said)]);
  });

  test.each<[Record<string, string>, number]>([
    [{}, 512],
    [{}, 320],
    [{ JVM_ARGS: '-Xmx256m -Xms256m' }, 512],
    [{ JVM_ARGS: '-Xmx2g', JAVA_OPTS: '-Xmx256m' }, 512],
    [{ JVM_ARGS: '-Xss512k -XX:ReservedCodeCacheSize=240m' }, 512],
    [{ JVM_ARGS: '-XX:MaxRAMPercentage=50' }, 512],
    [{ JVM_ARGS: '-Xmx2g' }, 4096],
    [{ JVM_ARGS: '-Xmx0x10000000' }, 512],
    [{ JVM_ARGS: '-XX:MaxRAMFraction=2 -Xss0' }, 512],
    [{ JVM_ARGS: '-XX:MaxRAM=1g' }, 512],
    [{ JVM_ARGS: '-Dx=-Xmx9g' }, 512],
    [{ JVM_ARGS: '-Xmx\uE001\uE002HEAP\uE002\uE001' }, 512],
  ])('when they are %j at a limit of %d MiB, then nothing is said', (environment, limit) => {
    expect(memory(environment, limit)).toEqual([]);
  });

  test('when workflows have pools, then their threads count', () => {
    const workflow = { file: 'a', type: 'pooling-workflow', concurrency: 200 };
    const pools = anAdapter([], { channels: [aChannel({ workflows: [workflow] })] });
    expect(memory({ JVM_ARGS: '-Xmx300m' }, 512, pools)).toEqual([expect.stringContaining('240 thread stacks 240')]);
  });
});

describe('given files that options of the JVM write', () => {
  test.each([
    ['-Xlog:gc:file=gc.log', 'error: -Xlog:gc:file=gc.log writes /opt/interlok/gc.log'],
    ['-Xlog:gc*,safepoint:/var/log/gc.log:time:filecount=5', 'writes /var/log/gc.log'],
    ['-Xlog:gc:"gc.log"', 'writes /opt/interlok/gc.log'],
    ['-Xloggc:gc.log', 'error: -Xloggc:gc.log writes /opt/interlok/gc.log'],
    ['-XX:StartFlightRecording=duration=1m,filename=/data/a.jfr', 'error: '],
    ['-XX:+HeapDumpOnOutOfMemoryError', 'warning: -XX:+HeapDumpOnOutOfMemoryError writes /opt/interlok/java_pid.hprof'],
    ['-XX:+HeapDumpOnOutOfMemoryError -XX:HeapDumpPath=/dumps', 'warning: -XX:HeapDumpPath=/dumps writes /dumps'],
    ['-XX:ArchiveClassesAtExit=app.jsa', 'warning: -XX:ArchiveClassesAtExit=app.jsa writes /opt/interlok/app.jsa'],
    ['-Djava.io.tmpdir=/var/tmp', 'warning: -Djava.io.tmpdir=/var/tmp writes /var/tmp'],
    ['-Xlog:gc:file=logs/../gc.log', 'writes /opt/interlok/gc.log'],
  ])('when it is %s, then it is found', (options, said) => {
    expect(files(options)).toEqual([expect.stringContaining(said)]);
  });

  test.each([
    '-XX:ArchiveClassesAtExit=/tmp/app.jsa',
    '-Xlog:gc',
    '-Xlog:gc*:stdout:time',
    '-Xlog:gc::time',
    '-Xlog:disable',
    '-Xlog:gc:file=logs/gc.log',
    '-Xlog:gc:file=/opt/interlok/logs/gc-%p.log',
    '-XX:+HeapDumpOnOutOfMemoryError -XX:HeapDumpPath=/tmp',
    '-XX:+HeapDumpOnOutOfMemoryError -XX:-HeapDumpOnOutOfMemoryError',
    '-XX:HeapDumpPath=/dumps',
    '-XX:ErrorFile=/var/log/hs_err.log', // the JVM falls back to /tmp by itself
    '-XX:StartFlightRecording=duration=1m',
    '-Xlog:gc:file=\uE001\uE002DIR\uE002\uE001/gc.log',
  ])('when it is %s, then nothing is said', (options) => {
    expect(files(options)).toEqual([]);
  });
});

describe('given options that keep the JVM from starting', () => {
  const refused = (options: string, of = adapter, isStock = true): string[] =>
    findRefusedOptions(of, jvmOptionsOf({ JVM_ARGS: options }), isStock).map(
      ({ severity, message, hint }) => `${severity}: ${message}; ${hint}`,
    );

  test.each([
    [
      '-XX:+UseConcMarkSweepGC',
      'error: Java 17 does not have -XX:+UseConcMarkSweepGC: the JVM does not start; take it',
    ],
    ['-XX:-UseConcMarkSweepGC', 'Java 17 does not have'],
    ['-XX:MaxPermSize=256m', 'write -XX:MaxMetaspaceSize='],
    ['-XX:CMSInitiatingOccupancyFraction=70', 'Java 17 does not have'],
    ['-XX:+PrintGCDateStamps', 'write -Xlog:gc*::time'],
    ['-d64', 'Java 17 does not have -d64'],
    ['-XX:+IgnoreUnrecognizedVMOptions -Djava.ext.dirs=/opt/ext', 'Java 17 does not have -Djava.ext.dirs=/opt/ext'],
    ['-XX:+UseG1GC -XX:+UseSerialGC', '-XX:+UseSerialGC and -XX:+UseG1GC are two garbage collectors'],
    ['-XX:MaxRAMPercentage=75%', '-XX:MaxRAMPercentage=75% is no percentage'],
    ['-XX:MaxRAMPercentage=101', '-XX:MaxRAMPercentage=101 is no percentage'],
    ['-Xmx256', '-Xmx256 is a heap of 256 bytes: the JVM does not start; leave the heap to resources.memory'],
  ])('when it is %s, then it is found', (options, said) => {
    expect(refused(options)).toEqual([expect.stringContaining(said)]);
  });

  test.each([
    '-XX:+UseSerialGC -XX:TieredStopAtLevel=1',
    '-XX:+UseG1GC -XX:-UseG1GC -XX:+UseSerialGC',
    '-XX:+UseConcMarkSweepGC -d64 -XX:+IgnoreUnrecognizedVMOptions',
    '-XX:MaxRAMPercentage=75 -XX:InitialRAMPercentage=0.5',
    '-XX:MaxRAMPercentage=\uE001\uE002SHARE\uE002\uE001',
    '-Xmx256m -XX:+PrintGC -XX:+UseBiasedLocking -Xverify:none --illegal-access=permit -Xprof -client',
    '-Xbootclasspath/a:/opt/patch.jar',
    '-Dold=-XX:MaxPermSize=1m',
  ])('when it is %s, then nothing is said', (options) => {
    expect(refused(options)).toEqual([]);
  });

  test('when Java is older or not known, then what is gone from 17 is none, or a warning', () => {
    expect(refused('-XX:MaxPermSize=256m', anAdapter([], { javaVersion: 8 }))).toEqual([]);
    expect(refused('-XX:MaxPermSize=256m', adapter, false)).toEqual([expect.stringMatching(/^warning: /)]);
  });
});

describe('given a chart', () => {
  const make = (props: Partial<InterlokChartProps>): InterlokChart =>
    new InterlokChart(new App(), 'orders', { config: 'config', ...props });
  const jvmArgs = (props: Partial<InterlokChartProps>): unknown =>
    listAt(listAt(objectOf(make(props), 'Deployment'), 'spec.template.spec.containers')[0], 'env').at(-1)?.['value'];

  test('when options do not fit, then the synth says so', () => {
    expect(() => make({ jvmOptions: ['-Xmx2g'] })).toThrow(ConfigurationError);
    expect(() => make({ env: { JAVA_OPTS: '-Xmx2g' } })).toThrow('heap 2048 (-Xmx2g in JAVA_OPTS)');
    expect(() => make({ jvmOptions: ['-Xlog:gc:file=gc.log'] })).toThrow('[jvm-file-not-writable]');
  });

  test('when the heap is said, then the derived one does not stand in its way', () => {
    const resources = { memory: Size.gibibytes(1) };
    expect(jvmArgs({ resources })).toBe('-Xmx768m -XX:+ExitOnOutOfMemoryError');
    expect(jvmArgs({ resources, jvmOptions: ['-XX:MaxRAMPercentage=50'] })).toBe(
      '-XX:+ExitOnOutOfMemoryError -XX:MaxRAMPercentage=50',
    );
    expect(jvmArgs({ resources, env: { JAVA_TOOL_OPTIONS: '-Xmx300m' } })).toBe('-XX:+ExitOnOutOfMemoryError');
  });
});
