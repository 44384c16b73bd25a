import { InterlokImage } from '../../lib';
import { formatRelease } from '../../lib/interlok';
import { BROKEN, CHANGED } from '../adapters';
import { manifestsOf } from '../charts';
import type { Context } from '../context';
import { CONTROLLER, HELLO, urlOf } from '../context';
import { fortyEight, underLoad } from '../load';
import { waitForPods } from '../pods';
import { Reloads } from '../reloads';
import type { Manifest } from '../test-cluster';
import { helloWorldChart } from '../charts';
import { waitForAnswer } from './hello-world';

const PATH = '/hello-world';

/** What becomes of requests while configurations, pods and HAProxy change. */
export async function checkRollouts(context: Context): Promise<void> {
  const { report, cluster, dist, adapters, carried } = context;
  const { kubectl } = cluster;
  const hello = [HELLO, CONTROLLER];
  const url = urlOf(context, PATH);
  const load = fortyEight(url);
  const deployment = `deployment/${HELLO}`;
  const changed = manifestsOf(helloWorldChart(adapters.directory('changed', CHANGED)));
  // A custom image may have any jar, so that the class is a warning at synth.
  const { name, release } = InterlokImage.DEFAULT;
  const image = InterlokImage.custom(name, { release: formatRelease(release) });
  const broken = manifestsOf(helloWorldChart(adapters.directory('broken', BROKEN), { image }));
  const reloads = new Reloads(context);

  await report.check(
    'unchanged manifests change nothing: kubectl diff is empty, and apply says unchanged',
    hello,
    async () => {
      return expectUnchanged(context, dist);
    },
  );
  await report.check(`a changed configuration rolls out without a failed request${carried}`, hello, async () => {
    const summary = await underLoad(load, async () => {
      await cluster.apply(changed);
      await settled(context, changed, 3);
    });
    await waitForAnswer(context, url, /^Goodbye from/);
    return summary;
  });
  await report.check(
    `rollout undo, while HAProxy is reloaded again and again, brings the old answer back without a failed request${carried}`,
    hello,
    async () => {
      let count = 0;
      const summary = await underLoad(load, async () => {
        await kubectl.text(['rollout', 'undo', deployment, '-n', HELLO]);
        const settledNow = new AbortController();
        const reloading = (async () => {
          while (!settledNow.signal.aborted) count += await reloads.comeAndGo();
        })();
        try {
          await settled(context, dist, 3);
        } finally {
          settledNow.abort();
          await reloading;
        }
      });
      await waitForAnswer(context, url, /^Hello World from/);
      return `${count} reloads, ${summary}`;
    },
  );
  await report.check(
    'a configuration that Interlok refuses leaves the old pods serving, and the reason in the log',
    hello,
    async () => {
      await cluster.apply(broken);
      const log = await cluster.eventually('the reason in a log', 90_000, async () => {
        const { stdout } = await kubectl.try([
          'logs',
          '-n',
          HELLO,
          '-l',
          'app.kubernetes.io/name=interlok',
          '--tail=200',
          '--prefix',
        ]);
        return stdout.split('\n').find((line) => line.includes('MissingConnection'));
      });
      await waitForAnswer(context, url, /^Hello World from/);
      await cluster.apply(dist);
      await settled(context, dist, 3);
      return /ERROR.*/.exec(log)?.[0];
    },
  );
  await report.check(
    `10 reloads of HAProxy, other Ingresses coming and going, without a failed request${carried}`,
    hello,
    () =>
      underLoad(load, async () => {
        for (let count = 0; count < 10;) count += await reloads.comeAndGo();
      }),
  );
  await report.check(`from three pods to five and back without a failed request${carried}`, hello, () =>
    underLoad(load, async () => {
      await kubectl.text(['scale', deployment, '-n', HELLO, '--replicas=5']);
      await waitForPods(cluster, HELLO, 5);
      await kubectl.text(['scale', deployment, '-n', HELLO, '--replicas=3']);
      await waitForPods(cluster, HELLO, 3);
    }),
  );
  await report.check(`the eviction of a pod, and kubectl delete pod, without a failed request${carried}`, hello, () =>
    underLoad(load, async () => {
      const [first] = await waitForPods(cluster, HELLO, 3);
      await evict(context, first?.metadata.name ?? '');
      await waitForPods(cluster, HELLO, 3);
      const [next] = await waitForPods(cluster, HELLO, 3);
      await kubectl.text(['delete', 'pod', next?.metadata.name ?? '', '-n', HELLO, '--request-timeout=0']);
      await waitForPods(cluster, HELLO, 3);
    }),
  );
  await reloads.remove();
}

/** Waits for the newest version, and for the last old pod to end. */
async function settled({ cluster }: Context, manifests: readonly Manifest[], pods: number): Promise<void> {
  await cluster.waitFor(manifests.filter(({ metadata }) => metadata.namespace === HELLO));
  await waitForPods(cluster, HELLO, pods);
}

/** A budget is sent at each apply, whatever it contains: its selector is replaced and never compared. */
async function expectUnchanged({ cluster }: Context, manifests: readonly Manifest[]): Promise<string> {
  const { kubectl } = cluster;
  const input = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: manifests });
  const diff = await kubectl.try(['diff', '-f', '-'], { input });
  if (diff.code !== 0) throw new Error(`kubectl diff ends with ${diff.code}\n${diff.stdout}${diff.stderr}`);
  const versions = async () => {
    const args = ['get', 'poddisruptionbudgets', '-A', '-o', 'jsonpath={.items[*].metadata.generation}'];
    return kubectl.text([...args]);
  };
  const before = await versions();
  const lines = (await cluster.apply(manifests)).trim().split('\n');
  const others = lines.filter(
    (line) => !line.endsWith(' unchanged') && !/^poddisruptionbudget.* configured$/.test(line),
  );
  if (others.length > 0) throw new Error(others.join('\n'));
  if ((await versions()) !== before) throw new Error('the PodDisruptionBudget is another one');
  return `${lines.length} objects`;
}

async function evict({ cluster }: Context, name: string): Promise<void> {
  const eviction = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace: HELLO } };
  const path = `/api/v1/namespaces/${HELLO}/pods/${name}/eviction`;
  await cluster.kubectl.text(['create', '--raw', path, '-f', '-'], { input: JSON.stringify(eviction) });
}
