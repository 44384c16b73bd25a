import { Cpu, ImagePullPolicy } from 'cdk8s-plus-27';
import { Size } from 'cdk8s';
import { at } from '../adapters';
import { adapterChart, manifestsOf, toolsImage } from '../charts';
import type { Context } from '../context';
import { HELLO, namespaceOf } from '../context';
import { execIn, waitForPods } from '../pods';
import type { Manifest } from '../test-cluster';

/** An adapter with two more containers: one by the prop, which starts before it, and one with the API of cdk8s-plus. */
export function sidecarManifests({ adapters, props }: Context, id: string): Manifest[] {
  const image = toolsImage(props.real);
  const resources = { cpu: { request: Cpu.millis(10) }, memory: { request: Size.mebibytes(16) } };
  const common = { image, imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT, resources };
  const command = ['sh', '-c', 'sleep 100000'];
  const chart = adapterChart(id, adapters.directory('sidecar', at('/sidecar', 'Beside a sidecar')), {
    sidecars: [{ ...common, name: 'sidecar', command }],
  });
  chart.deployment.addContainer({ ...common, name: 'added', command });
  return manifestsOf(chart);
}

/** That the namespace itself refuses what is not hardened, and admits what users add. */
export async function checkPodSecurity(context: Context): Promise<void> {
  const { report, cluster, props } = context;
  const sidecar = namespaceOf(context, 'sidecar');
  await report.check('the namespace of an adapter refuses a pod that may be root', [HELLO], async () => {
    const image = toolsImage(props.real);
    const { code, stderr } = await cluster.kubectl.try([
      'run',
      'root',
      '-n',
      HELLO,
      `--image=${image}`,
      '--dry-run=server',
    ]);
    if (code === 0 || !stderr.includes('violates PodSecurity "restricted')) throw new Error(`kubectl says: ${stderr}`);
    return undefined;
  });
  await report.check(
    'a sidecar by its prop and one added with cdk8s-plus are admitted, and run',
    [sidecar],
    async () => {
      const [pod] = await waitForPods(cluster, sidecar, 1);
      const { initContainerStatuses = [], containerStatuses = [] } = pod?.status ?? {};
      const names = [...initContainerStatuses, ...containerStatuses].map(({ name }) => name).sort();
      if (names.join() !== 'added,interlok,sidecar') throw new Error(`containers ${names.join(', ')}`);
      return names.join(', ');
    },
  );
  const jcmoraisjr = namespaceOf(context, 'jcmoraisjr');
  const shell = props.real ? '' : ' [a shell with its pod]';
  await report.check(
    `the jcmoraisjr controller comes up in a restricted namespace, and is reached at port 80${shell}`,
    [jcmoraisjr],
    async () => {
      await waitForPods(cluster, jcmoraisjr, 1);
      const url = `http://${jcmoraisjr}.${jcmoraisjr}.svc.cluster.local/`;
      const ask = `curl -s -m 5 -o /dev/null -w '%{http_code}' ${url}`;
      const { stdout } = await execIn(cluster, namespaceOf(context, 'tools'), 'deployment/tools', ask);
      if (stdout !== (props.real ? '404' : '200')) throw new Error(`${url} answers ${stdout}`);
      return undefined;
    },
  );
}
