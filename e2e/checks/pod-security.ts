import { type Capability, Cpu, ImagePullPolicy } from 'cdk8s-plus-27';
import { Size } from 'cdk8s';
import { at } from '../adapters';
import { adapterChart, manifestsOf, toolsImage } from '../charts';
import type { Context } from '../context';
import { HELLO, namespaceOf } from '../context';
import { execIn, waitForPods } from '../pods';
import type { Manifest } from '../test-cluster';

/** An adapter with a second container, added with the API of cdk8s-plus. */
export function sidecarManifests({ adapters, props }: Context, id: string): Manifest[] {
  const chart = adapterChart(id, adapters.directory('sidecar', at('/sidecar', 'Beside a sidecar')));
  chart.deployment.addContainer({
    name: 'sidecar',
    image: toolsImage(props.real),
    imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
    command: ['sh', '-c', 'sleep 100000'],
    resources: { cpu: { request: Cpu.millis(10) }, memory: { request: Size.mebibytes(16) } },
    securityContext: {
      user: 10001,
      group: 10001,
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL' as unknown as Capability] },
    },
  });
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
  await report.check('a sidecar added through the API of the project is admitted, and runs', [sidecar], async () => {
    const [pod] = await waitForPods(cluster, sidecar, 1);
    const containers = pod?.status?.containerStatuses ?? [];
    if (containers.length !== 2) throw new Error(`${containers.length} containers`);
    return containers.map(({ name }) => name).join(' and ');
  });
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
