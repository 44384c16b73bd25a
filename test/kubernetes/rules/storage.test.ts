import { Size } from 'cdk8s';
import { PersistentVolumeAccessMode } from 'cdk8s-plus-27';
import type { InterlokChartProps } from '../../../lib';
import { installCollector, removeCollector } from '../../../lib/findings/collector';
import { findForPods } from '../../../lib/kubernetes/read-for-pods';
import { helloWorldChart } from '../../support/charts';
import { directoryOf, helloWorld } from '../../support/config';

const storage = [{ path: '/data', size: Size.gibibytes(1) }];

/** The rules that a chart finds. */
function rulesOf(props: Partial<InterlokChartProps>): readonly string[] {
  const { findings } = installCollector();
  try {
    helloWorldChart({ replicas: 1, ...props });
  } finally {
    removeCollector();
  }
  return findings.map(({ rule }) => rule);
}

const withServices = (services: string): string =>
  directoryOf({
    'adapter.xml': [
      '<adapter><unique-id>a</unique-id><channel-list><channel><unique-id>c</unique-id>',
      '<consume-connection class="jetty-http-connection"><port>8081</port></consume-connection><workflow-list>',
      '<standard-workflow><unique-id>w</unique-id>',
      '<consumer class="jetty-message-consumer"><path>/*</path></consumer>',
      services,
      '</standard-workflow></workflow-list></channel></channel-list></adapter>',
    ].join('\n'),
  });
const writing = withServices(
  '<producer class="fs-producer"><base-directory-url>file:///data/out</base-directory-url></producer>',
);

describe('given components that write files', () => {
  test.each<[string, Partial<InterlokChartProps>, readonly string[]]>([
    ['nothing is said of storage', {}, ['file-not-writable']],
    ['their directory outlives the pod', { storage }, []],
    ['another one does', { storage: [{ path: '/database', size: Size.gibibytes(1) }] }, ['file-not-writable']],
    [
      'they may only read there',
      {
        storage: [{ path: '/data', existingClaim: 'data', accessMode: PersistentVolumeAccessMode.READ_ONLY_MANY }],
      },
      ['file-not-writable'],
    ],
    ['each pod has its own', { replicas: 3, storage: storage.map((each) => ({ ...each, perPod: true })) }, []],
  ])('when %s, then it is said as it is', (_, props, rules) => {
    expect(rulesOf({ config: writing, ...props })).toEqual(rules);
  });

  test('when a directory is checked alone, then it is what a chart without props says', () => {
    expect(findForPods(writing).map(({ rule }) => rule)).toEqual(['file-not-writable']);
  });

  test('when it is said, then with the line of the XML and the prop', () => {
    const [finding] = findForPods(writing);

    expect(finding).toMatchObject({
      line: 5,
      message: 'fs-producer writes /data/out, in a read-only directory',
      hint: "say storage: [{ path: '/data/out', size: Size.gibibytes(1) }]",
    });
  });
});

describe('given files of the process in storage', () => {
  const log4j2 = '<Configuration><Appenders><File name="f" fileName="/data/a.log"/></Appenders></Configuration>';

  test.each<[string, Partial<InterlokChartProps>, string]>([
    ['a log of log4j2', { config: helloWorld({ 'log4j2.xml': log4j2 }) }, 'log-file-not-writable'],
    ['a log of the JVM', { jvmOptions: ['-Xlog:gc:file=/data/gc.log'] }, 'jvm-file-not-writable'],
    ['a dump', { jvmOptions: ['-XX:+HeapDumpOnOutOfMemoryError', '-XX:HeapDumpPath=/data'] }, 'jvm-file-not-writable'],
  ])('when it is %s, then nothing is said, and without the storage it is', (_, props, rule) => {
    expect(rulesOf({ ...props, storage })).toEqual([]);
    expect(rulesOf(props)).toEqual([rule]);
  });

  test('when it is among files, which are only read, then it is said', () => {
    const files = [{ path: '/data/a.log', from: 'config/adapter.xml' }];

    expect(rulesOf({ config: helloWorld({ 'log4j2.xml': log4j2 }), files })).toEqual(['log-file-not-writable']);
  });
});
