import Table from 'cli-table3';
import type { Tally } from './tally';

const UNNAMED = '(not named in the answer)';

/**
 * How requests spread over the pods, as text: a table of pods, the statuses, and how long the answers took.
 *
 * @param pods names of all pods that could answer; one that did not is shown with 0
 */
export function renderTally(tally: Tally, pods: readonly string[] = []): string {
  const table = new Table({
    head: ['pod', 'requests', 'share'],
    colAligns: ['left', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  const counts = new Map<string | undefined, number>(pods.map((pod) => [pod, 0]));
  for (const [pod, count] of tally.byPod) counts.set(pod, count);
  const rows = [...counts].map(([pod = UNNAMED, count]): [string, number] => [pod, count]);
  for (const [pod, count] of rows.sort(([a], [b]) => (a < b ? -1 : 1)))
    table.push([pod, count, `${percent(count, tally.total)} %`]);
  const outcomes = [...tally.byOutcome].sort(([a], [b]) => (a < b ? -1 : 1));
  const [p50 = 0, p90 = 0, p99 = 0, max = 0] = tally.percentiles(50, 90, 99, 100).map((ms) => Number(ms.toFixed(1)));
  return [
    table.toString(),
    `answers: ${outcomes.map(([outcome, count]) => `${outcome} × ${count}`).join(', ')}`,
    `time:    p50 ${p50} ms, p90 ${p90} ms, p99 ${p99} ms, max ${max} ms`,
  ].join('\n');
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '0.0' : ((100 * part) / whole).toFixed(1);
}
