import { consumerListeners, exposedPorts } from '../../../lib/kubernetes/traffic/ports';
import { aListener, anAdapter, aRoute, managementJetty } from '../../support/adapters';

const routes = [aRoute('/*')];

describe('exposedPorts', () => {
  test('given consumers, the UI and JMX, when nothing more is asked for, then only the consumers are exposed', () => {
    const jmx = aListener(5555, [], { protocol: 'jmx', component: 'jmx' });
    const adapter = anAdapter([managementJetty(), jmx, aListener(8081, routes)]);

    expect(exposedPorts(adapter, []).map(({ name, number }) => ({ name, number }))).toEqual([
      { name: 'http', number: 8081 },
    ]);
  });

  test('given the UI and JMX asked for, then they follow the consumers', () => {
    const jmx = aListener(5555, [], { protocol: 'jmx', component: 'jmx' });
    const adapter = anAdapter([managementJetty(), jmx, aListener(8081, routes)]);

    expect(exposedPorts(adapter, [8080, 5555]).map(({ name, number }) => `${name}:${number}`)).toEqual([
      'http:8081',
      'http-8080:8080',
      'jmx:5555',
    ]);
  });

  test('given several listeners of one protocol, then names are unique and fit a port name', () => {
    const adapter = anAdapter([
      aListener(65535, routes),
      aListener(65534, routes),
      aListener(65533, routes, { protocol: 'https' }),
    ]);

    const names = exposedPorts(adapter, []).map(({ name }) => name);
    expect(names).toEqual(['http', 'http-65534', 'https']);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(15);
  });

  test('given a listener bound to the loopback interface, then it is not exposed', () => {
    const adapter = anAdapter([
      aListener(8081, routes, { host: '127.0.0.1' }),
      aListener(8082, routes, { host: '0.0.0.0' }),
    ]);

    expect(consumerListeners(adapter).map(({ port }) => port)).toEqual([8082]);
    expect(exposedPorts(adapter, [8081]).map(({ number }) => number)).toEqual([8082]);
  });
});
