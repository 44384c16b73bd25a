import { Size } from 'cdk8s';
import { DATA, STORING } from '../adapters';
import { adapterChart, manifestsOf, toolsImage } from '../charts';
import type { Context } from '../context';
import { namespaceOf, urlOf } from '../context';
import { execIn, waitForPods } from '../pods';
import type { Manifest } from '../test-cluster';
import { waitForAnswer } from './hello-world';

/** An adapter that writes files to a volume. */
export function storingManifests({ adapters }: Context, id: string, storageClassName: string | undefined): Manifest[] {
  const disk = { path: DATA, size: Size.gibibytes(1), ...(storageClassName === undefined ? {} : { storageClassName }) };
  const chart = adapterChart(id, adapters.directory('storing', STORING), { storage: [disk] });
  return manifestsOf(chart);
}

/** Where there is no storage class: a folder of the node, that anybody may write to. */
export function handMadeVolume(context: Context): Manifest[] {
  const namespace = namespaceOf(context, 'volume');
  const path = `/var/lib/${namespace}`;
  const hostPath = { path, type: 'DirectoryOrCreate' };
  return [
    {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: namespace },
      spec: { accessModes: ['ReadWriteOnce'], capacity: { storage: '1Gi' }, storageClassName: namespace, hostPath },
    },
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace, labels: { 'pod-security.kubernetes.io/enforce': 'privileged' } },
    },
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'open', namespace },
      spec: {
        terminationGracePeriodSeconds: 0,
        containers: [
          {
            name: 'open',
            image: toolsImage(context.props.real),
            imagePullPolicy: 'IfNotPresent',
            command: ['sh', '-c', 'rm -rf /volume/*; chmod 777 /volume; sleep 100000'],
            securityContext: { runAsUser: 0 },
            volumeMounts: [{ name: 'volume', mountPath: '/volume' }],
          },
        ],
        volumes: [{ name: 'volume', hostPath }],
      },
    },
  ];
}

export async function checkStorage(context: Context): Promise<void> {
  const { report, cluster, carried } = context;
  const id = namespaceOf(context, 'storing');
  await report.check(`what an adapter wrote to its volume is there after a restart${carried}`, [id], async () => {
    await waitForAnswer(context, urlOf(context, '/store'), /^Hello World from/);
    const count = async () => Number((await execIn(cluster, id, `deployment/${id}`, `ls ${DATA} | wc -l`)).stdout);
    const before = await count();
    const [old] = await waitForPods(cluster, id, 1);
    await cluster.kubectl.text(['delete', 'pod', '-n', id, old?.metadata.name ?? '', '--request-timeout=0']);
    await waitForPods(cluster, id, 1);
    const after = await count();
    if (before < 1 || after < before) throw new Error(`${before} files before, ${after} after`);
    return `${after} of ${before} files`;
  });
}
