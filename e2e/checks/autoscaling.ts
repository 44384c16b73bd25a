import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { at } from '../adapters';
import { adapterChart, manifestsOf } from '../charts';
import type { Context } from '../context';
import { namespaceOf, urlOf } from '../context';
import { Load } from '../load';
import { readyPods } from '../pods';
import type { Manifest } from '../test-cluster';
import { waitForAnswer } from './hello-world';

const TIMEOUT_MS = 180_000;

/** An adapter with one to three pods, by processor time. */
export function scalingManifests({ adapters }: Context, id: string): Manifest[] {
  const chart = adapterChart(id, adapters.directory('scaling', at('/scaling', 'Scaled')), { replicas: undefined });
  new kplus.HorizontalPodAutoscaler(chart, 'autoscaler', {
    metadata: { name: id },
    target: chart.deployment,
    minReplicas: 1,
    maxReplicas: 3,
    metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(50))],
    scaleDown: { stabilizationWindow: Duration.seconds(1) },
  });
  return manifestsOf(chart);
}

export async function checkAutoscaling(context: Context): Promise<void> {
  const { report, cluster, carried } = context;
  const id = namespaceOf(context, 'scaling');
  report.title('Autoscaling');
  await report.check(`more pods come with the load, and go when it is over${carried}`, [id], async () => {
    const url = urlOf(context, '/scaling');
    await waitForAnswer(context, url, /^Scaled/);
    const count = async (wanted: (pods: number) => boolean) => {
      const pods = (await readyPods(cluster, id)).length;
      return wanted(pods) ? pods : undefined;
    };
    await cluster.eventually('one pod', TIMEOUT_MS, () => count((pods) => pods === 1));
    const load = new Load([{ url, count: 16, pauseMs: 10 }]);
    try {
      const most = await cluster.eventually('a second pod', TIMEOUT_MS, () => count((pods) => pods > 1));
      await load.stop();
      await cluster.eventually('one pod again', TIMEOUT_MS, () => count((pods) => pods === 1));
      const { failed, total } = load.tally;
      if (failed > 0) throw new Error(`${failed} of ${total} requests failed`);
      return `1, ${most}, 1 pods`;
    } finally {
      await load.stop();
    }
  });
}
