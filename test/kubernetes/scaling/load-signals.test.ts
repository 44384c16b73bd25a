import { ConnectionLimit, PropsError } from '../../../lib';
import { loadSignals, type LoadSource } from '../../../lib/kubernetes/scaling/load-signals';
import { aListener } from '../../support/adapters';

const ports = [
  { name: 'http', number: 8081, listener: aListener(8081) },
  { name: 'http-8082', number: 8082, listener: aListener(8082) },
];

const source: LoadSource = {
  load: { prometheus: 'http://prometheus:9090' },
  options: {},
  namespace: 'shop',
  service: 'orders',
  ports,
  routedPorts: [{ number: 8081, concurrencyPerPod: 4 }],
};

function problemsOf(wrong: Partial<LoadSource>): string[] {
  try {
    loadSignals('test', { ...source, ...wrong });
    return [];
  } catch (error) {
    if (!(error instanceof PropsError)) throw error;
    return error.problems.map(({ field }) => field);
  }
}

describe('what the load is told by', () => {
  test('given a port, then its backend is named as HAProxy does, and a pod is as busy as the target says', () => {
    expect(loadSignals('test', source)).toEqual([{ backend: 'shop_svc_orders_http', requestsPerPod: 4 * 0.7 }]);
  });

  test('given two ports, then each has a signal by what runs behind it', () => {
    const routedPorts = [
      { number: 8081, concurrencyPerPod: 1 },
      { number: 8082, concurrencyPerPod: 10 },
    ];

    expect(loadSignals('test', { ...source, routedPorts, load: { ...source.load, target: 0.5 } })).toEqual([
      { backend: 'shop_svc_orders_http', requestsPerPod: 0.5 },
      { backend: 'shop_svc_orders_http-8082', requestsPerPod: 5 },
    ]);
  });

  test.each<[string, Partial<LoadSource>, number]>([
    ['a limit below what the workflows run', { options: { connectionsPerPod: ConnectionLimit.of(2) } }, 2],
    ['a limit above it', { options: { connectionsPerPod: ConnectionLimit.of(50) } }, 4],
    ['no limit', { options: { connectionsPerPod: ConnectionLimit.none() } }, 4],
    ['a number of the user', { load: { ...source.load, requestsPerPod: 3 } }, 3],
    [
      'a limit where the workflows do not tell',
      { routedPorts: [{ number: 8081 }], options: { connectionsPerPod: ConnectionLimit.of(5) } },
      5,
    ],
  ])('given %s, then so many requests make a pod', (_given, more, atOnce) => {
    expect(loadSignals('test', { ...source, ...more })).toMatchObject([{ requestsPerPod: atOnce * 0.7 }]);
  });

  test.each<[string, Partial<LoadSource>, string[]]>([
    ['workflows that do not tell', { routedPorts: [{ number: 8081 }] }, ['autoscaling.load.requestsPerPod']],
    ['nothing to route to', { routedPorts: [] }, ['autoscaling.load']],
    ['no namespace', { namespace: undefined }, ['autoscaling.load']],
  ])('given %s, then it says what is missing', (_given, wrong, fields) => {
    expect(problemsOf(wrong)).toEqual(fields);
  });
});
