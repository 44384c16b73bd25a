import { spawn } from 'node:child_process';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import type { Adapter } from '../../../lib/interlok/index';
import { probes } from '../../../lib/kubernetes/pod/probes';
import { aChannel, aListener, anAdapter, aRoute, managementJetty, release } from '../../support/adapters';
import { at, listAt } from '../../support/json';

/** The probes as Kubernetes sees them. */
function rendered(adapter: Adapter): Record<'startupProbe' | 'readinessProbe' | 'livenessProbe', unknown> {
  const chart = new Chart(new App(), 'probes');
  new kplus.Pod(chart, 'pod', { containers: [{ image: 'x', ...probes(adapter) }] });
  const [container] = listAt(Testing.synth(chart)[0], 'spec.containers');
  return container as ReturnType<typeof rendered>;
}

const health = { port: 8080, alivePath: '/workflow-health-check/alive', readyPath: '/workflow-health-check/ready' };
const options = [aRoute('/a'), aRoute('/b/*'), aRoute('*.do')];

describe('probes', () => {
  test('given an own Jetty, then every probe opens a TCP connection and none sends a request', () => {
    const { startupProbe, readinessProbe, livenessProbe } = rendered(anAdapter([aListener(8081, [aRoute('/*')])]));

    for (const probe of [startupProbe, readinessProbe, livenessProbe]) {
      expect(probe).toMatchObject({ tcpSocket: { port: 8081 } });
    }
  });

  test('given several own Jettys, then the one that opens last is asked', () => {
    const adapter = anAdapter([aListener(8081, [aRoute('/a')]), aListener(8082, [aRoute('/b')])]);

    expect(rendered(adapter).readinessProbe).toMatchObject({ tcpSocket: { port: 8082 } });
  });

  test('given the health-check component, then it is asked', () => {
    const probed = rendered(anAdapter([managementJetty(options)], { health }));

    expect(probed.startupProbe).toMatchObject({ httpGet: { path: health.alivePath, port: 8080 } });
    expect(probed.readinessProbe).toMatchObject({ httpGet: { path: health.readyPath, port: 8080 } });
    expect(probed.livenessProbe).toMatchObject({ httpGet: { path: health.alivePath, port: 8080 } });
  });

  test('given a channel that does not start, before 5.0.3 /ready never answers 200: then the routes are asked', () => {
    const channels = [aChannel({ autoStart: false })];
    const listeners = [managementJetty(options)];

    const before = rendered(anAdapter(listeners, { health, channels, release: release(5, 0, 2) }));
    const since = rendered(anAdapter(listeners, { health, channels, release: release(5, 0, 3) }));

    expect(before.readinessProbe).toHaveProperty('exec');
    expect(since.readinessProbe).toHaveProperty('httpGet');
  });

  test('given routes on the management Jetty, then readiness asks each of them, and an own Jetty beside it', () => {
    const adapter = anAdapter([managementJetty(options), aListener(8081, [aRoute('/*')])]);

    const command = at(rendered(adapter).readinessProbe, 'exec.command') as string[];

    expect(command.slice(-6)).toEqual(['ready', '8080', '/a', '/b/', '/ready.do', '8081']);
  });

  test.each([
    ['JMX', aListener(5555, [], { protocol: 'jmx', component: 'jmx' }), 5555],
    ['the management Jetty', managementJetty(), 8080],
  ])('given no HTTP consumers but %s, then liveness asks that and readiness nothing', (_, listener, port) => {
    const probed = rendered(anAdapter([listener]));

    expect(probed.livenessProbe).toMatchObject({ tcpSocket: { port } });
    expect(probed.readinessProbe).toBeUndefined();
  });

  test('given nothing that listens, then there are no probes', () => {
    expect(probes(anAdapter([]))).toEqual({});
  });

  test('given a long operationTimeout, then the startup probe outlasts it', () => {
    const adapter = anAdapter([aListener(8081, [aRoute('/*')])], { operationTimeoutMillis: 600_000 });

    expect(rendered(adapter).startupProbe).toMatchObject({ periodSeconds: 5, failureThreshold: 132 });
  });
});

describe('the command that asks routes', () => {
  /** Runs the readiness command and gives its exit code. */
  function run(adapter: Adapter): Promise<number | null> {
    const [program, ...args] = at(rendered(adapter).readinessProbe, 'exec.command') as [string, ...string[]];
    return new Promise((resolve) => spawn(program, args, { timeout: 5000 }).on('close', resolve));
  }

  /** Runs the readiness command for two routes against a server; gives its exit code and the requests that came. */
  async function ask(answer: RequestListener): Promise<{ code: number | null; requests: string[] }> {
    const requests: string[] = [];
    const server = createServer((request, response) => {
      requests.push(`${request.method} ${request.url}`);
      answer(request, response);
    });
    try {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      return { code: await run(anAdapter([managementJetty([aRoute('/a'), aRoute('/b/*')], port)])), requests };
    } finally {
      server.close();
    }
  }

  test('given routes that are served, when run, then it succeeds with OPTIONS requests alone', async () => {
    const { code, requests } = await ask((_, response) => response.end());

    expect(code).toBe(0);
    expect(requests).toEqual(['OPTIONS /a', 'OPTIONS /b/']);
  });

  test('given one route that answers 404 still, when run, then it fails', async () => {
    const { code } = await ask((request, response) => {
      response.statusCode = request.url === '/a' ? 200 : 404;
      response.end();
    });

    expect(code).not.toBe(0);
  });

  test('given a port that nobody listens on, when run, then it fails', async () => {
    const adapter = anAdapter([managementJetty([aRoute('/a')], 1)]);

    expect(await run(adapter)).not.toBe(0);
  });
});
