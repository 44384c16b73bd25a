import { readConfiguration } from '../../../lib/interlok/index';
import type { Adapter, Listener, ReadOptions } from '../../../lib/interlok/index';
import { withConfigDirectory } from '../../support/config-directory';

function read(bootstrap: string, options: ReadOptions = {}, jettyXml?: string): Adapter {
  const files = {
    'adapter.xml': '<adapter><unique-id>a</unique-id></adapter>',
    'bootstrap.properties': `managementComponents=jetty\n${bootstrap}`,
    ...(jettyXml === undefined ? {} : { 'jetty.xml': jettyXml }),
  };
  return withConfigDirectory(files, (directory) => readConfiguration(directory, options)).adapter;
}

function managementJetty(...args: Parameters<typeof read>): Listener | undefined {
  return read(...args).listeners.find(({ component }) => component === 'jetty');
}

function jettyXml(port: string, more = ''): string {
  return `<Configure><New class="org.eclipse.jetty.server.ServerConnector">${more}<Set name="port">${port}</Set></New></Configure>`;
}

const byXml = 'webServerConfigUrl=file://localhost/./config/jetty.xml\n';

describe('the port of the management Jetty', () => {
  test.each([
    [
      'a default in an element',
      '<Property><Name>jetty.http.port</Name><Default>9103</Default></Property>',
      '',
      {},
      9103,
    ],
    [
      'an older name of the property',
      '<Property><Name>jetty.http.port</Name><Deprecated>jetty.port</Deprecated><Default>9103</Default></Property>',
      'jetty.port=9104',
      {},
      9104,
    ],
    ['an environment variable', '<Env name="PORT" default="9105"/>', '', { environment: { PORT: '9106' } }, 9106],
    ['an environment variable that is not set', '<Env name="PORT" default="9105"/>', '', {}, 9105],
    [
      'a variable that only a Secret has',
      '<Env name="PORT" default="9105"/>',
      '',
      { environment: { PORT: undefined } },
      undefined,
    ],
  ])('given a jetty.xml with %s, when read, then it is that', (_, port, bootstrap, options: ReadOptions, expected) => {
    expect(managementJetty(byXml + bootstrap, options, jettyXml(port))?.port).toBe(expected);
  });

  test.each([
    ['3.10.1', '', 8080, false],
    ['3.10.1', 'jetty.http.port=9000', 8080, false],
    ['3.10.1', 'webServerPort=9001', 9001, false],
    ['3.10.2', 'jetty.http.port=9000', 9000, true],
    ['5.0.1', 'jetty.http.port=9000\nwebServerPort=9001', 9001, false],
  ])('given %s with %j and no XML, when read, then it is %d, with the UI: %s', (release, bootstrap, port, ui) => {
    expect(managementJetty(bootstrap, { release })?.port).toBe(port);
    expect(read(bootstrap, { release }).ui).toBe(ui);
  });

  test('given a connector inside of another, when read, then only the one around the TLS factory is secure', () => {
    const secure = '<Arg><New class="org.eclipse.jetty.server.SslConnectionFactory"/></Arg>';
    expect(managementJetty(byXml, {}, jettyXml('9443', secure))?.protocol).toBe('https');
    const around = jettyXml('9080', `<Arg>${jettyXml('9443', secure)}</Arg>`);
    expect(managementJetty(byXml, {}, around)).toMatchObject({ protocol: 'http', port: 9080 });
  });
});
