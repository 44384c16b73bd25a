import * as fc from 'fast-check';
import type { Answer } from '../../cluster/requests';
import { renderTally } from '../../cluster/table';
import { podInBody, podInHeader, Tally } from '../../cluster/tally';

const hello = podInBody(/from (\S+?)!/);

function anAnswer(answer: Partial<Answer>): Answer {
  return { headers: {}, body: '', milliseconds: 1, ...answer };
}

function tallyOf(...answers: Partial<Answer>[]): Tally {
  const tally = new Tally(hello);
  answers.forEach((answer) => tally.add(anAnswer(answer)));
  return tally;
}

test('given answers of pods, then each pod has its count', () => {
  const tally = tallyOf(
    { status: 200, body: 'Hello World from a!' },
    { status: 200, body: 'Hello World from b!' },
    { status: 200, body: 'Hello World from a!' },
  );
  expect([...tally.byPod]).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
  expect(tally.failed).toBe(0);
});

test('given statuses of 400 and more and missing answers, then they count as failed and for no pod', () => {
  const tally = tallyOf(
    { status: 200, body: 'from a!' },
    { status: 301 },
    { status: 404, body: 'from a!' },
    { status: 503 },
    { error: 'ECONNRESET' },
  );
  expect(tally.failed).toBe(3);
  expect(tally.byPod.get('a')).toBe(1);
  expect(Object.fromEntries(tally.byOutcome)).toEqual({ 200: 1, 301: 1, 404: 1, 503: 1, ECONNRESET: 1 });
});

test('given a header that names the pod, then it is read whatever the case of its name', () => {
  expect(podInHeader('X-Pod')(anAnswer({ headers: { 'x-pod': 'pod-a' } }))).toBe('pod-a');
  expect(podInHeader('X-Pod')(anAnswer({}))).toBeUndefined();
});

test('given 100 times, then percentiles are by nearest rank', () => {
  const tally = tallyOf(...Array.from({ length: 100 }, (_, i) => ({ status: 200, milliseconds: 100 - i })));
  expect(tally.percentiles(50, 90, 99, 100)).toEqual([50, 90, 99, 100]);
});

test('given any times, then percentiles are among them and do not fall', () => {
  const times = fc.array(fc.double({ min: 0, max: 60_000, noNaN: true }), { minLength: 1 });
  fc.assert(
    fc.property(times, (milliseconds) => {
      const found = tallyOf(...milliseconds.map((ms) => ({ status: 200, milliseconds: ms }))).percentiles(
        50,
        90,
        99,
        100,
      );
      expect(found.every((time) => milliseconds.includes(time))).toBe(true);
      expect([...found].sort((a, b) => a - b)).toEqual(found);
      expect(found[3]).toBe(Math.max(...milliseconds));
    }),
  );
});

test('given a tally, then the table shows pods, share, statuses and times, and a pod without requests', () => {
  const tally = tallyOf(
    { status: 200, body: 'from b!', milliseconds: 2 },
    { status: 200, body: 'from a!', milliseconds: 4.25 },
    { status: 200, body: 'from b!' },
    { status: 503 },
  );
  expect(renderTally(tally, ['c', 'a'])).toMatchInlineSnapshot(`
    "┌─────┬──────────┬────────┐
    │ pod │ requests │  share │
    ├─────┼──────────┼────────┤
    │ a   │        1 │ 25.0 % │
    │ b   │        2 │ 50.0 % │
    │ c   │        0 │  0.0 % │
    └─────┴──────────┴────────┘
    answers: 200 × 3, 503 × 1
    time:    p50 1 ms, p90 4.3 ms, p99 4.3 ms, max 4.3 ms"
  `);
});

test('given answers that name no pod, then the table says so', () => {
  expect(renderTally(tallyOf({ status: 200, body: 'ok' }))).toContain('(not named in the answer)');
});

test('given no answer at all, then the table has no numbers that are none', () => {
  expect(renderTally(tallyOf(), ['a'])).not.toMatch(/NaN|undefined|Infinity/);
});
