import type { Surroundings } from '../cluster/surroundings';
import { UserError } from '../lib/errors/user-error';
import type { CommandResult } from '../cluster/run-command';
import { readPortMappings } from './cluster-config';
import { checkPortsFree } from './ports';

/** A kind cluster, by the options of the scripts. */
export interface KindCluster {
  readonly name: string;
  /**
   * Where kind writes how to reach it.
   * @default - the kubeconfig that kubectl uses
   */
  readonly kubeconfig?: string;
}

/** The context that kind makes for the cluster; the scripts use no other. */
export function contextOf({ name }: KindCluster): string {
  return `kind-${name}`;
}

/** True when kind knows a cluster of this name. */
export async function exists({ name }: KindCluster, { run }: Pick<Surroundings, 'run'>): Promise<boolean> {
  const result = expectSuccess('kind get clusters', await run('kind', ['get', 'clusters']));
  return result.stdout.split('\n').some((line) => line.trim() === name);
}

/** Makes the cluster from the file unless there is one of this name, and sees that its context is there. */
export async function ensureCluster(cluster: KindCluster, file: string, s: Surroundings): Promise<void> {
  const { name } = cluster;
  if (await exists(cluster, s)) {
    s.terminal.line(`cluster ${name} is there already`);
    await ensureContext(cluster, s);
    return;
  }
  await checkPortsFree(readPortMappings(file), file);
  s.terminal.line(`making cluster ${name}; the first time this downloads the node image (about 400 MB)`);
  const args = ['create', 'cluster', '--name', name, '--config', file, '--wait', '5m', ...kubeconfigArgs(cluster)];
  const result = await s.run('kind', args, { onLine: (line) => s.terminal.line(`  ${line.trim()}`) });
  if (result.code === 0) return;
  const ports = /permission denied|privileged port/i.test(result.stderr)
    ? `next: this user may not open ports below 1024: set hostPort 8080 and 8443 in ${file}`
    : 'next: see the message above; known problems: https://kind.sigs.k8s.io/docs/user/known-issues/';
  throw new UserError(`kind could not make cluster ${name} (exit code ${result.code})\n${ports}`);
}

/** The context can be missing when the cluster was made with another kubeconfig. */
async function ensureContext(cluster: KindCluster, { run }: Surroundings): Promise<void> {
  const args = ['config', 'get-contexts', '-o', 'name', ...kubeconfigArgs(cluster)];
  const { stdout } = await run('kubectl', args);
  if (stdout.split('\n').includes(contextOf(cluster))) return;
  const exportArgs = ['export', 'kubeconfig', '--name', cluster.name, ...kubeconfigArgs(cluster)];
  expectSuccess('kind export kubeconfig', await run('kind', exportArgs));
}

/** Takes the cluster away; it is no mistake if there is none. */
export async function deleteCluster(cluster: KindCluster, s: Surroundings): Promise<void> {
  if (!(await exists(cluster, s))) {
    s.terminal.line(`there is no cluster ${cluster.name}`);
    return;
  }
  const args = ['delete', 'cluster', '--name', cluster.name, ...kubeconfigArgs(cluster)];
  expectSuccess('kind delete cluster', await s.run('kind', args));
  s.terminal.line(`cluster ${cluster.name} is gone`);
}

function kubeconfigArgs({ kubeconfig }: KindCluster): string[] {
  return kubeconfig === undefined ? [] : ['--kubeconfig', kubeconfig];
}

function expectSuccess(title: string, result: CommandResult): CommandResult {
  if (result.code === 0) return result;
  throw new UserError(`${title} failed (exit code ${result.code})\n${result.stderr.trim()}`);
}
