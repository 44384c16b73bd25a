import { Duration } from 'cdk8s';
import type { HaproxyBackend, IngressOptions } from '../../lib/haproxy';
import {
  ConnectionLimit,
  HaproxytechDialect,
  JcmoraisjrDialect,
  ServerCheck,
  concurrencyPerPod,
} from '../../lib/haproxy';
import { plain } from './samples';

function snippet(options: IngressOptions, backend: HaproxyBackend = plain): readonly string[] {
  const { serviceAnnotations } = new HaproxytechDialect().render(options, backend);
  return serviceAnnotations['haproxy.org/backend-config-snippet']?.split('\n') ?? [];
}

function jcmoraisjr(options: IngressOptions, key: string, backend: HaproxyBackend = plain): string | undefined {
  return new JcmoraisjrDialect().render(options, backend).serviceAnnotations[`haproxy-ingress.github.io/${key}`];
}

describe('trap 1: the controller divides pod-maxconn by the number of its pods, in whole numbers', () => {
  test('given one request per pod, when rendered, then HAProxy gets the limit undivided, from the snippet', () => {
    const { serviceAnnotations, ingressAnnotations } = new HaproxytechDialect().render({}, plain);
    expect(snippet({})).toContain('default-server maxconn 1');
    expect({ ...serviceAnnotations, ...ingressAnnotations }).not.toHaveProperty(['haproxy.org/pod-maxconn']);
  });
});

describe('trap 2: with a limit requests wait in HAProxy, where they are dropped after 5 s', () => {
  test.each<[string, IngressOptions, string]>([
    ['no timeouts', {}, '50s'],
    ['a server timeout', { timeouts: { server: Duration.minutes(2) } }, '120s'],
    ['a queue timeout', { timeouts: { server: Duration.minutes(2), queue: Duration.millis(1500) } }, '1500ms'],
  ])('given %s, when rendered, then the queue waits that long', (_given, options, expected) => {
    expect(snippet(options)).toContain(`timeout queue ${expected}`);
    expect(jcmoraisjr(options, 'timeout-queue')).toBe(expected);
  });

  test('given no limit, when rendered, then the queue is left to the controller', () => {
    const options = { connectionsPerPod: ConnectionLimit.none(), timeouts: { server: Duration.minutes(2) } };
    expect(snippet(options).join()).not.toContain('queue');
    expect(jcmoraisjr(options, 'timeout-queue')).toBeUndefined();
  });
});

describe('trap 3: several routes on a port share the connections of a pod', () => {
  test('given their workflows, when summed, then each has room', () => {
    const backend = { ...plain, concurrencyPerPod: concurrencyPerPod([1, 1, 10]) };
    expect(snippet({}, backend)).toContain('default-server maxconn 12');
    expect(jcmoraisjr({}, 'maxconn-server', backend)).toBe('12');
  });
});

describe('trap 4: a limit below what a pod can do would make it slower', () => {
  test.each([
    ['a workflow of unknown concurrency', [1, undefined]],
    ['no workflow', []],
    ['a concurrency that is none', [1, 0]],
    ['a concurrency that is no whole number', [1.5]],
  ])('given %s, when rendered, then there is no limit', (_given, workflows) => {
    expect(concurrencyPerPod(workflows)).toBeUndefined();
    const backend = { ...plain, concurrencyPerPod: concurrencyPerPod(workflows) };
    expect(snippet({}, backend)).toEqual(['option redispatch 1', 'retries 3']);
    expect(jcmoraisjr({}, 'maxconn-server', backend)).toBeUndefined();
  });

  test('given a concurrency of 0, when rendered, then HAProxy is not told 0, which it takes as unlimited', () => {
    expect(snippet({}, { ...plain, concurrencyPerPod: 0 }).join()).not.toContain('maxconn');
  });
});

describe('given a limit of the user', () => {
  test('when rendered, then it wins over the derived one', () => {
    const options = { connectionsPerPod: ConnectionLimit.of(4) };
    expect(snippet(options)).toContain('default-server maxconn 4');
    expect(jcmoraisjr(options, 'maxconn-server')).toBe('4');
  });

  test('when other parameters of the pods are set too, then they share one default-server line', () => {
    const lines = snippet({
      connectionsPerPod: ConnectionLimit.of(4),
      slowStart: Duration.seconds(30),
      healthCheck: ServerCheck.tcp({ rise: 1, fall: 2 }),
    });
    expect(lines.filter((line) => line.startsWith('default-server'))).toEqual([
      'default-server maxconn 4 slowstart 30000ms rise 1 fall 2',
    ]);
  });
});
