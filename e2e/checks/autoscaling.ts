import { at } from '../adapters';
import { adapterChart, manifestsOf } from '../charts';
import type { Context } from '../context';
import { namespaceOf, urlOf } from '../context';
import { Load } from '../load';
import { readyPods } from '../pods';
import type { Manifest } from '../test-cluster';
import { waitForAnswer } from './hello-world';

const TIMEOUT_MS = 180_000;

/**
 * An adapter with one to three pods, by processor time. It goes down as soon as it may, for a check cannot wait for the
 * five quiet minutes of the default.
 */
export function scalingManifests({ adapters }: Context, id: string): Manifest[] {
  const autoscaling = { minReplicas: 1, maxReplicas: 3, cpu: 50 };
  const chart = adapterChart(id, adapters.directory('scaling', at('/scaling', 'Scaled')), { autoscaling });
  const policies = [{ type: 'Pods', value: 2, periodSeconds: 15 }];
  return manifestsOf(chart).map((manifest) =>
    manifest.kind === 'HorizontalPodAutoscaler'
      ? withScaleDown(manifest, { stabilizationWindowSeconds: 0, policies })
      : manifest,
  );
}

function withScaleDown(manifest: Manifest, scaleDown: object): Manifest {
  const spec = manifest['spec'] as { behavior: object };
  return { ...manifest, spec: { ...spec, behavior: { ...spec.behavior, scaleDown } } };
}

export async function checkAutoscaling(context: Context): Promise<void> {
  const { report, cluster, carried } = context;
  const id = namespaceOf(context, 'scaling');
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
