import { readConfiguration } from '../../lib/interlok';

describe('readConfiguration', () => {
  test('given the Hello World, when it is read, then the model says what that Interlok listens on', () => {
    const { adapter, findings, files } = readConfiguration('config');

    expect(findings).toEqual([]);
    expect(adapter).toMatchObject({
      file: 'config/adapter.xml',
      id: 'hello-world',
      operationTimeoutMillis: 30_000,
      managementComponents: [],
      outbound: 'none',
      ui: false,
    });
    expect(adapter.listeners).toEqual([
      {
        file: 'config/adapter.xml',
        line: 7,
        column: 15,
        protocol: 'http',
        port: 8081,
        component: 'jetty-http-connection',
        routes: [
          {
            file: 'config/adapter.xml',
            line: 14,
            column: 19,
            path: '/*',
            match: 'all',
            concurrency: 1,
            channel: 'channel',
            workflow: 'workflow',
          },
        ],
      },
    ]);
    expect(files.map(({ path, generated }) => [path, generated])).toEqual([
      ['adapter.xml', false],
      ['bootstrap.properties', false],
      ['log4j2.xml', true],
    ]);
  });
});
