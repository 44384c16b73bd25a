import { DnsPolicy } from 'cdk8s-plus-27';
import { type InterlokChartProps, Platform, PropsError, Variable } from '../../../lib';
import { helloWorldChart } from '../../support/charts';
import { directoryOf, HELLO_WORLD } from '../../support/config';

/** The fields that an error names. */
function refused(props: object): readonly string[] {
  try {
    helloWorldChart(props);
    return [];
  } catch (error) {
    if (error instanceof PropsError) return error.problems.map(({ field }) => field);
    throw error;
  }
}

const store = { secretName: 'ca', key: 'ca.p12', password: 'changeit' };
const file = { path: '/opt/oracle/tnsnames.ora', from: 'config/adapter.xml' };

describe('props of the second week', () => {
  test.each<[string, object, string]>([
    ['a time zone that there is not', { timeZone: 'Europe/Lundon' }, 'timeZone'],
    ['a short name, which Java reads otherwise', { timeZone: 'BST' }, 'timeZone'],
    ['a time zone said twice', { timeZone: 'Europe/London', env: { TZ: 'UTC' } }, 'env.TZ'],
    ['a platform that there is not', { platform: 'openshit' }, 'platform'],
    ['a trust store in two places', { trustStore: { ...store, configMapName: 'ca' } }, 'trustStore.secretName'],
    ['a trust store in none', { trustStore: { key: 'ca.p12', password: 'x' } }, 'trustStore.secretName'],
    ['a trust store without a password', { trustStore: { secretName: 'ca', key: 'ca.p12' } }, 'trustStore.password'],
    ['a password that the image would split', { trustStore: { ...store, password: 'a b' } }, 'trustStore.password'],
    ['PEM, which Java does not read', { trustStore: { ...store, key: 'ca.pem' } }, 'trustStore.key'],
    ['a level that there is not', { logging: { level: 'VERBOSE' } }, 'logging.level'],
    ['a logger that is no name', { logging: { loggers: { 'a"b': 'INFO' } } }, `logging.loggers['a"b']`],
    ['logging where nothing is added', { logging: {}, completeConfiguration: false }, 'logging'],
    ['a file that does not exist', { files: [{ ...file, from: 'nowhere' }] }, 'files[0].from'],
    ['an empty directory', { files: [{ ...file, from: directoryOf({}) }] }, 'files[0].from'],
    ['a file in the configuration', { files: [{ ...file, path: '/opt/interlok/config/x' }] }, 'files[0].path'],
    ['a relative place', { files: [{ ...file, path: 'x' }] }, 'files[0].path'],
    ['two files in one place', { files: [file, file] }, 'files[1].path'],
    [
      'a label that the chart sets',
      { pod: { labels: { 'app.kubernetes.io/name': 'x' } } },
      "pod.labels['app.kubernetes.io/name']",
    ],
    ['a label that is none', { pod: { labels: { team: 'a b' } } }, "pod.labels['team']"],
    ['no name server', { pod: { dns: { policy: DnsPolicy.NONE } } }, 'pod.dns.nameservers'],
    ['a name server by name', { pod: { dns: { nameservers: ['ns.example.com'] } } }, 'pod.dns.nameservers[0]'],
    ['an alias of no address', { pod: { hostAliases: { mainframe: ['a'] } } }, "pod.hostAliases['mainframe']"],
    ['a misspelt option', { pod: { nodeSelectors: {} } }, 'pod.nodeSelectors'],
  ])('given %s, then the field is named', (_, props, field) => {
    expect(refused(props)).toEqual([field]);
  });

  test.each<[string, Partial<InterlokChartProps>]>([
    ['UTC', { timeZone: 'UTC' }],
    ['a zone of three parts', { timeZone: 'America/Argentina/Buenos_Aires' }],
    ['an alias of a zone', { timeZone: 'Asia/Kolkata' }],
    ['a password of a Secret', { trustStore: { ...store, password: Variable.fromSecret('a', 'b') } }],
    ['a whole directory', { files: [{ path: '/opt/oracle', from: 'config' }] }],
    ['OpenShift', { platform: Platform.OPENSHIFT }],
    ['a label with a prefix', { pod: { labels: { 'example.com/team': '' } } }],
  ])('given %s, then it is taken', (_, props) => {
    expect(refused(props)).toEqual([]);
  });

  test('given logging beside a log4j2.xml of the directory, then it says that this one would be ignored', () => {
    const config = directoryOf({ ...HELLO_WORLD, 'log4j2.xml': '<Configuration/>' });

    expect(refused({ config, logging: { level: 'WARN' } })).toEqual(['logging']);
    expect(refused({ config })).toEqual([]);
  });
});
