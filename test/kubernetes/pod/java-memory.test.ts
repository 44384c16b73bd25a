import fc from 'fast-check';
import { heapFor } from '../../../lib/kubernetes/pod/java-memory';
import { SMALLEST_MEMORY_LIMIT } from '../../../lib/kubernetes/props/check-pod';

describe('heapFor', () => {
  test.each([
    [512, 256],
    [1024, 768],
    [1536, 1152],
    [4096, 3072],
  ])('given a limit of %i MiB, when computed, then the heap is %i MiB', (limit, heap) => {
    expect(heapFor(limit)).toBe(heap);
  });

  test('given any usable limit, when computed, then there is a heap and a reserve beside it', () => {
    fc.assert(
      fc.property(fc.integer({ min: SMALLEST_MEMORY_LIMIT, max: 1_000_000 }), (limit) => {
        const heap = heapFor(limit);
        expect(heap).toBeGreaterThanOrEqual(64);
        expect(limit - heap).toBeGreaterThanOrEqual(256);
      }),
    );
  });
});
