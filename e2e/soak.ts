import type { Tally } from '../cluster/tally';
import type { Context } from './context';
import { CONTROLLER, HELLO, urlOf } from './context';
import { waitForAnswer } from './checks/hello-world';
import { fortyEight, Load } from './load';
import { waitForPods } from './pods';

/** Replaces all pods again and again under load, and prints what became of the requests. */
export async function soak(context: Context, rounds: number): Promise<void> {
  const { report, cluster, dist, carried } = context;
  const url = urlOf(context, '/hello-world');
  const all = { total: 0, failed: 0, outcomes: new Map<string, number>() };
  report.title(`${rounds} rollouts of all pods, under 48 clients that keep their connections`);
  await report.check('dist/ is applied, and all its pods become ready', [HELLO, CONTROLLER], async () => {
    await cluster.waitFor(dist);
    await waitForAnswer(context, url, /^Hello World from/);
    return undefined;
  });
  for (let round = 1; round <= rounds; round++) {
    await report.check(
      `rollout ${round} of ${rounds} has no failed request${carried}`,
      [HELLO, CONTROLLER],
      async () => {
        const load = new Load(fortyEight(url));
        try {
          await cluster.kubectl.text(['rollout', 'restart', `deployment/${HELLO}`, '-n', HELLO]);
          await cluster.waitFor(dist.filter(({ metadata }) => metadata.namespace === HELLO));
          await waitForPods(cluster, HELLO, 3);
        } finally {
          await load.stop();
        }
        add(all, load.tally);
        if (load.tally.failed > 0) throw new Error(`${load.tally.failed} of ${load.tally.total} requests failed`);
        return percentilesOf(load.tally);
      },
    );
  }
  const outcomes = [...all.outcomes].map(([outcome, count]) => `${outcome} × ${count}`).join(', ');
  cluster.waiting.terminal.line(`${all.total} requests in ${rounds} rollouts, ${all.failed} failed: ${outcomes}`);
}

function add(all: { total: number; failed: number; outcomes: Map<string, number> }, tally: Tally): void {
  all.total += tally.total;
  all.failed += tally.failed;
  for (const [outcome, count] of tally.byOutcome) all.outcomes.set(outcome, (all.outcomes.get(outcome) ?? 0) + count);
}

function percentilesOf(tally: Tally): string {
  const [p50 = 0, p90 = 0, p99 = 0, max = 0] = tally.percentiles(50, 90, 99, 100).map(Math.round);
  return `${tally.total} requests, p50 ${p50} ms, p90 ${p90} ms, p99 ${p99} ms, longest ${max} ms`;
}
