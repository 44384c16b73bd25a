import { readConfiguration } from '../../../lib/interlok/index';
import type { Adapter, Listener, ReadOptions } from '../../../lib/interlok/index';
import { readReading } from '../../../lib/interlok/reading/read-reading';
import type { Files } from '../../support/config-directory';
import { withConfigDirectory } from '../../support/config-directory';

function fixture(name: string, options?: ReadOptions): Adapter {
  return readConfiguration(`test/fixtures/${name}`, options).adapter;
}

function read(files: Files, options?: ReadOptions): Adapter {
  return withConfigDirectory(files, (directory) => readConfiguration(directory, options).adapter);
}

function brief({ component, protocol, port, host, line, column }: Listener): string {
  return `${component} ${protocol} ${host ?? '*'}:${port} at ${line ?? '-'}:${column ?? '-'}`;
}

function routes(adapter: Adapter): readonly string[] {
  return adapter.listeners.flatMap((listener) =>
    listener.routes.map(
      ({ path, match, methods, concurrency, channel, workflow, line }) =>
        `${listener.port} ${path} ${match} ${methods?.join(',') ?? '*'} ${concurrency ?? '?'} ${channel ?? '-'}/${workflow ?? '-'} at ${line ?? '-'}`,
    ),
  );
}

const jettyAlone = { 'bootstrap.properties': 'managementComponents=jetty' };

function adapterWith(channel: string, more = ''): string {
  return `<adapter><unique-id>a</unique-id>${more}<channel-list><channel><unique-id>c</unique-id>${channel}</channel></channel-list></adapter>`;
}

function workflow(consumer: string, element = 'standard-workflow', more = ''): string {
  return `<workflow-list><${element}><unique-id>w</unique-id><consumer class="jetty-message-consumer">${consumer}</consumer>${more}</${element}></workflow-list>`;
}

const http = '<consume-connection class="jetty-http-connection"/>';

describe('listeners', () => {
  test('given every kind of connection in every place, when read, then the sockets come in the order in which they open', () => {
    const adapter = fixture('many-listeners');
    expect(adapter.listeners.map(brief)).toEqual([
      'jetty http *:8090 at 9:26',
      'jetty https *:8444 at 7:24',
      'jmx jmx 127.0.0.1:5555 at 4:15',
      'jolokia http *:8779 at 6:13',
      'activemq tcp *:61616 at 2:40',
      'activemq tcp *:5672 at 2:40',
      'activemq tcp *:61613 at 2:40',
      'activemq tcp *:1883 at 2:40',
      'artemis tcp *:61616 at 2:49',
      'jetty-http-connection http *:8085 at 27:15',
      'jetty-http-connection http *:8081 at 24:15',
      // Its own default: it binds the loopback address alone.
      'http-legacy-http-connection http localhost:9090 at 53:19',
      'jetty-http-connection http *:9000 at 7:15',
      'jetty-https-connection https 127.0.0.1:8443 at 9:7',
    ]);
    expect(routes(adapter)).toEqual([
      '8081 /a exact * 1 first/a at 33',
      '9090 /nested exact * ? second/- at 55',
      '8443 /b/* prefix * 1 second/b at 47',
    ]);
    expect([adapter.ui, adapter.outbound]).toEqual([false, 'possible']);
  });

  test('given a shared embedded connection and variables, when read, then the routes are on the management Jetty', () => {
    const adapter = fixture('embedded-api', { environment: { BROKER: 'mq' } });
    expect(adapter.id).toBe('orders');
    expect(adapter.listeners.map(brief)).toEqual(['jmx jmx *:5555 at 3:15', 'jetty http *:8082 at 4:17']);
    expect(routes(adapter)).toEqual([
      '8082 /api/v1/orders/* prefix GET,POST 1 api/get-orders at 28',
      '8082 /status exact * 25 api/status at 37',
      '8082 *.xml extension * 10 api/feed at 44',
    ]);
    expect(adapter.channels.map(({ id, autoStart }) => [id, autoStart])).toEqual([
      ['api', true],
      ['off', false],
    ]);
    expect(adapter.health).toEqual({
      port: 8082,
      alivePath: '/workflow-health-check/alive',
      readyPath: '/workflow-health-check/ready',
    });
  });

  test('given the beautified form of 3.x, when read, then the aliases are the elements’ names', () => {
    const adapter = fixture('beautified-3x', { release: '3.6.4' });
    expect(adapter.listeners.map(brief)).toEqual(['jetty-http-connection http *:8081 at 7:15']);
    expect(routes(adapter)).toEqual(['8081 /orders exact POST 1 in/orders at 15']);
  });

  test('given retry-via-jetty, when read, then its endpoints are on the management Jetty', () => {
    expect(routes(fixture('retry-via-jetty'))).toEqual([
      '8089 /api/retry/* prefix POST ? -/- at 3',
      '8089 /failed exact GET ? -/- at 4',
      '8089 /api/failed/delete/* prefix DELETE ? -/- at 3',
    ]);
  });

  test('given retry-via-jetty with a connection of its own, when read, then it listens there', () => {
    const own =
      '<failed-message-retrier class="retry-via-jetty"><connection class="jetty-http-connection"><port>8083</port></connection></failed-message-retrier>';
    const adapter = read({ 'adapter.xml': `<adapter>${own}</adapter>` });
    expect(adapter.listeners.map(({ port, routes: own }) => [port, own.length])).toEqual([[8083, 3]]);
  });

  test.each<[string, string, readonly number[]]>([
    ['jetty.http.port', 'jetty.http.port=8091', [8091]],
    ['a system property', 'sysprop.jetty.http.port=8092', [8092]],
    ['both', 'sysprop.jetty.http.port=8092\njetty.http.port=8091', [8091]],
    ['webServerPort', 'webServerPort=8093\njetty.http.port=8091', [8093]],
    ['nothing', '', [8080]],
    ['a webServerConfigUrl that is not there', 'webServerConfigUrl=./config/none.xml\njetty.http.port=8091', [8091]],
  ])('given a management Jetty with %s, when read, then its port follows Interlok’s precedence', (_, lines, ports) => {
    const bootstrap = `managementComponents=jmx:com.adaptris.core.management.jetty.JettyServerComponent\n${lines}`;
    const adapter = read({ 'adapter.xml': '<adapter/>', 'bootstrap.properties': bootstrap });
    expect(adapter.listeners.map(({ port }) => port)).toEqual(ports);
  });

  test.each([
    ['a Property', '<Set name="port"><Property name="jetty.http.port" default="8090"/></Set>', 8091],
    ['its long form', '<Set name="port"><Property><Name>other</Name><Default>8092</Default></Property></Set>', 8092],
    ['a SystemProperty', '<Set name="port"><SystemProperty name="jetty.port" default="8093"/></Set>', 8094],
    ['a number', '<Set name="port">8095</Set>', 8095],
  ])('given a Jetty XML whose port is %s, when read, then it is resolved', (_, setter, port) => {
    const xml = `<Configure><New class="org.eclipse.jetty.server.ServerConnector">${setter}</New></Configure>`;
    const lines = 'managementComponents=jetty\nwebServerConfigUrl=file://localhost/./config/jetty.xml\n';
    const bootstrap = `${lines}jetty.http.port=8091\nsysprop.jetty.port=8094\n`;
    const adapter = read({ 'adapter.xml': '<adapter/>', 'bootstrap.properties': bootstrap, 'jetty.xml': xml });
    expect(adapter.listeners).toMatchObject([{ component: 'jetty', port }]);
  });

  test.each([
    ['service:jmx:jmxmp://localhost:5555', ['jmx jmx *:5555 at 2:15']],
    ['service:jmx:jmxmp://[::1]:5556/x', ['jmx jmx *:5556 at 2:15']],
    ['service:jmx:activemq:///tcp://localhost:61616', []],
  ])('given the JMX URL %s, when read, then it listens or not', (url, expected) => {
    const bootstrap = `managementComponents=jmx\njmxserviceurl=${url}`;
    expect(read({ 'adapter.xml': '<adapter/>', 'bootstrap.properties': bootstrap }).listeners.map(brief)).toEqual(
      expected,
    );
  });

  test.each([
    ['<auto-start>false</auto-start>', 0],
    ['<auto-start>FALSE</auto-start>', 0],
    ['<auto-start>no</auto-start>', 0],
    ['<auto-start/>', 0],
    ['<auto-start><![CDATA[True]]></auto-start>', 1],
    ['<auto-start>true</auto-start>', 1],
    ['', 1],
  ])('given a channel with %j, when read, then it opens %d ports', (autoStart, count) => {
    expect(read({ 'adapter.xml': adapterWith(autoStart + http) }).listeners).toHaveLength(count);
  });

  test.each([
    ['8081', 8081, undefined],
    ['0x46AB', 18091, undefined],
    [' 8081', undefined, 'white-space'],
    ['${PORT}', undefined, 'unresolved'],
    ['0', undefined, 'out-of-range'],
    ['65536', undefined, 'out-of-range'],
    ['http', undefined, 'not-a-number'],
    ['08081', undefined, 'not-a-number'],
    ['', undefined, 'not-a-number'],
  ])('given the port %j, when read, then it is %j, or the reason is %j', (text, port, problem) => {
    const xml = adapterWith(
      `<consume-connection class="jetty-http-connection"><port>${text}</port></consume-connection>`,
    );
    const reading = withConfigDirectory({ 'adapter.xml': xml }, (directory) => readReading(directory));
    expect(reading.listeners.map((site) => [site.port.port, site.port.problem])).toEqual([[port, problem]]);
    expect(reading.adapter.listeners).toHaveLength(port === undefined ? 0 : 1);
  });
});

describe('routes', () => {
  test.each([
    ['/exact', '/exact', 'exact'],
    ['/trail/', '/trail/', 'exact'],
    ['/pre/*', '/pre/*', 'prefix'],
    ['/*', '/*', 'all'],
    ['/', '/', 'all'],
    ['*.do', '*.do', 'extension'],
    ['http://h:9/full/url', '/full/url', 'exact'],
    ['/a?b=c', '/a', 'exact'],
    ['/a%20b', '/a b', 'exact'],
    ['', '/', 'exact'],
  ])('given the path %j, when read, then it is %s, %s', (text, path, match) => {
    const adapter = read({ 'adapter.xml': adapterWith(http + workflow(`<path>${text}</path>`)) });
    expect(adapter.listeners[0]?.routes).toMatchObject([{ path, match }]);
  });

  test.each([
    ['<path>foo</path>', 'no-leading-slash'],
    ['<path>/a b</path>', 'not-a-uri'],
    ['<path>/${x}</path>', 'not-a-uri'],
    ['<path>urn:x</path>', 'not-a-uri'],
    ['', 'missing'],
  ])('given %j, when read, then it makes no route', (path, problem) => {
    const xml = adapterWith(http + workflow(path));
    const reading = withConfigDirectory({ 'adapter.xml': xml }, (directory) => readReading(directory));
    expect(reading.consumers.map((consumer) => consumer.path.problem)).toEqual([problem]);
    expect(reading.adapter.listeners[0]?.routes).toEqual([]);
  });

  const old =
    '<destination class="configured-consume-destination"><destination>/old</destination><filter-expression>get</filter-expression></destination>';
  test.each([
    ['3.9.3', old, '/old', ['GET']],
    ['3.12.0', `<path>/new</path><methods>PUT</methods>${old}`, '/old', ['GET']],
    ['4.0.0', `<path>/new</path><methods>PUT</methods>${old}`, '/new', ['PUT']],
    ['4.0.0', old, '/old', ['GET']],
    ['3.11.0', '<path>/new</path>', '/new', undefined],
  ])('given release %s, when %s is read, then the path is %s', (release, consumer, path, methods) => {
    const adapter = read({ 'adapter.xml': adapterWith(http + workflow(consumer)) }, { release });
    expect(adapter.listeners[0]?.routes.map((route) => [route.path, route.methods])).toEqual([[path, methods]]);
  });

  test.each([
    ['standard-workflow', '', 1],
    ['com.adaptris.core.StandardWorkflow', '', 1],
    ['pooling-workflow', '', 10],
    ['pooling-workflow', '<pool-size>3</pool-size>', 3],
    ['pooling-workflow', '<pool-size>many</pool-size>', undefined],
    ['large-message-workflow', '', undefined],
    ['standard-workflow', '<interceptors><jetty-pooling-workflow-interceptor/></interceptors>', 1],
  ])('given a %s with %j, when read, then it runs %s at once', (element, more, concurrency) => {
    const adapter = read({ 'adapter.xml': adapterWith(http + workflow('<path>/a</path>', element, more)) });
    expect(adapter.listeners[0]?.routes.map((route) => route.concurrency)).toEqual([concurrency]);
  });

  test('given an embedded connection without the jetty component, when read, then nothing listens', () => {
    const embedded = '<consume-connection class="jetty-embedded-connection"/>';
    const xml = adapterWith(embedded + workflow('<path>/a</path>'));
    expect(read({ 'adapter.xml': xml }).listeners).toEqual([]);
    expect(routes(read({ 'adapter.xml': xml, ...jettyAlone }))).toEqual(['8080 /a exact * 1 c/w at 1']);
  });
});

describe('what else the model says', () => {
  test.each([
    ['', true],
    ['jetty.deploy.monitoredPath=./webapps', true],
    ['jetty.deploy.monitoredPath=./none', false],
    ['webServerPort=8080', false],
    ['webServerPort=8080\nwebServerWebappUrl=./webapps', true],
  ])('given a management Jetty with %j, when read, then it has the UI: %s', (line, ui) => {
    expect(
      read({ 'adapter.xml': '<adapter/>', 'bootstrap.properties': `managementComponents=jetty\n${line}` }).ui,
    ).toBe(ui);
  });

  test.each([
    ['5.0.1', 'rest.health-check.path=/health/*', '/health/ready'],
    ['3.10.2', '', '/workflow-health-check/ready'],
    ['3.10.1', '', undefined],
  ])('given health-check in %s and %j, when read, then it is ready at %s', (release, line, path) => {
    const bootstrap = `managementComponents=jetty:health-check\n${line}`;
    const adapter = read({ 'adapter.xml': '<adapter/>', 'bootstrap.properties': bootstrap }, { release });
    expect(adapter.health?.readyPath).toBe(path);
  });

  test.each([
    ['<null-connection/>', '', 'none'],
    [
      '<null-connection/><workflow-list><standard-workflow><message-metrics-interceptor/></standard-workflow></workflow-list>',
      '',
      'none',
    ],
    ['<message-error-handler class="standard-processing-exception-handler"/>', '', 'none'],
    ['<jms-connection/>', '', 'possible'],
    ['<produce-connection class="jdbc-connection"/>', '', 'possible'],
    ['<null-connection/>', 'preProcessors=xinclude', 'possible'],
    ['<null-connection/>', 'managementComponents=kubernetes-metrics', 'possible'],
    ['<null-connection/>', 'managementComponents=jmx\njmxserviceurl=service:jmx:jmxmp://localhost:5555', 'none'],
    ['<null-connection/>', 'managementComponents=jmx\njmxserviceurl=service:jmx:activemq:///x', 'possible'],
  ])('given %s and %j, when read, then outbound connections are: %s', (channel, bootstrap, outbound) => {
    const files = { 'adapter.xml': adapterWith(channel), 'bootstrap.properties': bootstrap };
    expect(read(files).outbound).toBe(outbound);
  });

  test.each([
    ['operationTimeout=30000', 30_000],
    ['operationTimeout=0', 120_000],
    ['operationTimeout=30s', 120_000],
    ['', 120_000],
  ])('given %j, when read, then operations may take %d ms', (line, millis) => {
    expect(read({ 'adapter.xml': '<adapter/>', 'bootstrap.properties': line }).operationTimeoutMillis).toBe(millis);
  });
});
