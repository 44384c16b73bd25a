import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../context';
import { namespaceOf } from '../context';
import { readSnapshots } from '../snapshots';
import type { Manifest } from '../test-cluster';

const LEVEL = 'pod-security.kubernetes.io/enforce';

/** Sends all manifests to the API server, which says what it thinks of them and stores nothing. */
export async function checkManifests(context: Context): Promise<void> {
  const { report, cluster, dist } = context;
  report.title('The API server would take every manifest, with no warning');
  for (const level of ['restricted', 'privileged']) {
    const labels = { [LEVEL]: level, 'pod-security.kubernetes.io/warn': level };
    await cluster.apply([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: dryRunNamespace(context, level), labels } },
    ]);
  }
  await report.check('dist/ passes a server-side dry run', [], () => dryRun(context, [dist]));
  for (const file of snapshotFiles('test')) {
    const snapshots = readSnapshots(file)
      .map(manifestsIn)
      .filter((list) => list.length > 0);
    if (snapshots.length === 0) continue;
    await report.check(`${file} passes a server-side dry run`, [], () => dryRun(context, snapshots));
  }
}

function dryRunNamespace(context: Context, level: string): string {
  return namespaceOf(context, `dry-run-${level}`);
}

async function dryRun(context: Context, lists: readonly (readonly Manifest[])[]): Promise<string> {
  const { kubectl } = context.cluster;
  const problems: string[] = [];
  const known = await kindsOf(context);
  let left = 0;
  for (const list of lists) {
    const level = list.find(({ kind }) => kind === 'Namespace')?.metadata.labels?.[LEVEL] ?? 'restricted';
    const items = list.filter(({ apiVersion, kind }) => known.has(`${apiVersion} ${kind}`));
    left += list.length - items.length;
    const input = JSON.stringify({
      apiVersion: 'v1',
      kind: 'List',
      items: items.map((manifest) => inNamespace(manifest, dryRunNamespace(context, level))),
    });
    const args = ['apply', '--server-side', '--force-conflicts', '--dry-run=server', '--warnings-as-errors', '-f', '-'];
    const { code, stderr } = await kubectl.try(args, { input });
    if (code !== 0) problems.push(stderr.trim());
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const count = lists.reduce((sum, list) => sum + list.length, 0) - left;
  return `${count} objects${left > 0 ? `, ${left} of kinds that this cluster does not have left out` : ''}`;
}

/** The kinds that the cluster knows, as `apps/v1 Deployment`. */
async function kindsOf({ cluster }: Context): Promise<ReadonlySet<string>> {
  const text = await cluster.kubectl.text(['api-resources', '--no-headers']);
  return new Set(
    text.split('\n').map((line) => {
      const columns = line.trim().split(/\s+/);
      return `${columns.at(-3) ?? ''} ${columns.at(-1) ?? ''}`;
    }),
  );
}

/** The same object in a namespace that exists. */
function inNamespace(manifest: Manifest, namespace: string): Manifest {
  const { metadata } = manifest;
  return metadata.namespace === undefined ? manifest : { ...manifest, metadata: { ...metadata, namespace } };
}

function snapshotFiles(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.snap'))
    .map((name) => join(folder, name))
    .sort();
}

/** The manifests of a snapshot: the value itself, or a list of them; none when it is of something else. */
function manifestsIn(snapshot: unknown): Manifest[] {
  const values = Array.isArray(snapshot) ? snapshot : [snapshot];
  return values.filter(
    (value): value is Manifest => typeof value === 'object' && value !== null && 'apiVersion' in value,
  );
}
