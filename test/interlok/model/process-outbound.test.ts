import { readConfiguration, type ReadOptions } from '../../../lib/interlok';
import { HELLO_WORLD, helloWorld } from '../../support/config';

/** What of the process connects out, with files added to the Hello World, which connects to nothing. */
function connecting(files: Record<string, string>, options: ReadOptions = {}): string[] {
  return readConfiguration(helloWorld(files), options).adapter.connectsOut.map(({ component }) => component);
}

const log4j2 = (appenders: string): Record<string, string> => ({
  'log4j2.xml': `<Configuration><Appenders>${appenders}</Appenders></Configuration>`,
});
const bootstrap = (line: string): Record<string, string> => ({
  'bootstrap.properties': `${HELLO_WORLD['bootstrap.properties']}\n${line}\n`,
});
const environment = (name: string, value?: string): ReadOptions => ({ environment: { [name]: value } });

describe('given a process beside its adapter', () => {
  test.each<[string, Record<string, string>]>([
    ['Socket', log4j2('<Socket name="s" host="logs.example.com" port="5000"/>')],
    ['Syslog', log4j2('<Console name="c"/><Syslog name="s" host="x"/>')],
    ['Http', log4j2('<Http name="h" url="https://logs.example.com"/>')],
    ['Kafka', log4j2('<Kafka name="k" topic="t"/>')],
    ['Gelf', log4j2('<Gelf name="g"/>')],
    ['Appender', log4j2('<Appender type="SMTP" name="m"/>')],
    ['Socket', { 'log4j2.properties': 'appender.s.type = Socket\nappender.s.name = S\nappender.s.host = logs' }],
    ['Kafka', { ...bootstrap('loggingConfigUrl=logging.xml'), 'logging.xml': log4j2('<Kafka/>')['log4j2.xml'] ?? '' }],
    ['loggingConfigUrl', bootstrap('loggingConfigUrl=https://config.example.com/log4j2.xml')],
    ['variable-substitution.properties.url', bootstrap('variable-substitution.properties.url=http://c.example.com/v')],
    ['adapterConfigUrl.1', bootstrap('adapterConfigUrl.1=https://config.example.com/adapter.xml')],
  ])('when %s leads elsewhere, then it is known to connect out', (component, files) => {
    expect(connecting(files)).toContain(component);
  });

  test.each<[string, ReadOptions]>([
    ['-javaagent:lib/otel.jar', environment('JVM_ARGS', '-javaagent:lib/otel.jar=a=b')],
    ['-agentpath:/x.so', environment('JAVA_TOOL_OPTIONS', '-agentpath:/x.so')],
    ['-Dotel.exporter.otlp.endpoint', environment('JAVA_OPTS', '-Dotel.exporter.otlp.endpoint=http://otel:4317')],
    ['-Dhttp.proxyHost', environment('JDK_JAVA_OPTIONS', '-Dhttp.proxyHost=proxy')],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', environment('OTEL_EXPORTER_OTLP_ENDPOINT')],
    ['BROKER_URL', environment('BROKER_URL', 'tcp://broker.example.com:61616')],
    ['DB_URL', environment('DB_URL', 'jdbc:mysql://db:3306/orders')],
  ])('when %s is set, then it is known to connect out', (component, options) => {
    expect(connecting({}, options)).toContain(component);
  });

  test.each<[string, Record<string, string>, ReadOptions]>([
    ['nothing', {}, {}],
    ['a log to files', log4j2('<Console name="c"/><RollingFile name="r"/><Async name="a"/>'), {}],
    ['a malformed log4j2.xml', { 'log4j2.xml': '<Configuration' }, {}],
    ['a debugger', {}, environment('JVM_ARGS', '-agentlib:jdwp=transport=dt_socket,server=y,address=*:5005')],
    ['a local address', {}, environment('BROKER_URL', 'tcp://localhost:61616')],
    ['a local file', bootstrap('loggingConfigUrl=file:///opt/interlok/config/log4j2.xml'), {}],
    ['plain values', {}, environment('REGION', 'north')],
    ['a variable that only the cluster knows', {}, environment('PASSWORD')],
    [
      'a log4j2.xml that a log4j2.properties takes the place of',
      {
        ...log4j2('<Socket name="s"/>'),
        'log4j2.properties': 'appenders = c\nappender.c.type=Console\nappender.s.type=Socket',
      },
      {},
    ],
    [
      'another log4j2.xml',
      {
        ...bootstrap('loggingConfigUrl=file://localhost/./config/logging.xml'),
        ...log4j2('<Http/>'),
        'logging.xml': '<Configuration/>',
      },
      {},
    ],
    ['a log4j2.json, which a published image passes over', { 'log4j2.json': '{}' }, {}],
  ])('when there is %s, then it connects to nothing', (_, files, options) => {
    expect(connecting(files, options)).toEqual([]);
  });

  test.each<[string, Record<string, string>, ReadOptions]>([
    ['log4j2.yaml in an image of your own', { 'log4j2.yaml': 'Configuration: {}' }, { stockImage: false }],
    ['log4j2.xml from a Secret', {}, { externalFiles: ['log4j2.xml'] }],
    ['file of the image', bootstrap('loggingConfigUrl=file:///etc/log4j2.xml'), { stockImage: false }],
  ])('when log4j2 has a %s, then it may connect out', (_, files, options) => {
    expect(connecting(files, options)).toEqual(['log4j2']);
  });
});
