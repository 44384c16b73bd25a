import { drain } from '../../../lib/kubernetes/pod/drain';
import { anAdapter, release } from '../../support/adapters';

describe('drain', () => {
  test.each([
    // release, operationTimeout, preStop, expected: preStop + graceful + forced, rounded up to ten seconds
    ['since 4.2.0, 30 s', release(5, 0, 1), 30_000, 15, 80],
    ['since 4.2.0, the default of 120 s', release(4, 2, 0), 120_000, 15, 260],
    ['before 4.2.0, whatever is configured', release(4, 1, 9), 120_000, 15, 80],
    ['3.x', release(3, 12, 0), 5_000, 15, 80],
    ['a longer preStop', release(5, 0, 1), 30_000, 60, 130],
    ['a timeout below a second', release(5, 0, 1), 500, 15, 20],
  ])(
    'given %s, when computed, then the grace period covers preStop and both phases',
    (_, of, timeout, preStop, expected) => {
      const adapter = anAdapter([], { release: of, operationTimeoutMillis: timeout });

      expect(drain(adapter, { preStopSeconds: preStop }).gracePeriodSeconds).toBe(expected);
    },
  );

  test('given a grace period of the user, when computed, then it is kept and the shutdown is still known', () => {
    const result = drain(anAdapter([]), { preStopSeconds: 15, gracePeriodSeconds: 20 });

    expect(result).toEqual({ preStopSeconds: 15, shutdownSeconds: 61, gracePeriodSeconds: 20 });
  });
});
