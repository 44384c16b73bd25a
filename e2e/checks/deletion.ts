import type { Context } from '../context';
import { CONTROLLER, HELLO } from '../context';

/** Names of everything that cdk8s manages in the cluster, as `deployment.apps/hello-world of hello-world`. */
export async function managedObjects({ cluster }: Context): Promise<string[]> {
  const kinds = await cluster.kubectl.text(['api-resources', '--verbs=list,delete', '-o', 'name']);
  const { stdout } = await cluster.kubectl.try([
    ...['get', kinds.trim().split('\n').join(','), '-A', '-l', 'app.kubernetes.io/managed-by=cdk8s'],
    ...[
      '--ignore-not-found',
      '-o',
      'go-template={{range .items}}{{.kind}} {{.metadata.name}} {{.metadata.namespace}}{{"\\n"}}{{end}}',
    ],
  ]);
  // Events go by themselves.
  return stdout.split('\n').filter((line) => line !== '' && !line.startsWith('Event '));
}

/** That deleting what was applied leaves nothing behind. */
export async function checkDeletion(context: Context): Promise<void> {
  const { report, cluster, dist } = context;
  await report.check('kubectl delete -f dist/ leaves nothing behind', [HELLO, CONTROLLER], async () => {
    const names = new Set(dist.map(({ metadata }) => metadata.name));
    const ofDist = async () => (await managedObjects(context)).filter((line) => isOf(line, names));
    const before = (await ofDist()).length;
    await cluster.delete(dist);
    const left = await ofDist();
    if (before === 0) throw new Error('nothing was found before either');
    if (left.length > 0) throw new Error(left.join('\n'));
    return `${before} objects before, 0 after`;
  });
}

function isOf(line: string, names: ReadonlySet<string>): boolean {
  const [, name = '', namespace = ''] = line.split(' ');
  return names.has(name) || names.has(namespace);
}
