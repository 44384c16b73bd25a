import { UserError } from '../lib';
import type { Kubectl } from '../cluster/kubectl';
import type { Waiting } from '../cluster/rollout';
import { waitForRollouts } from '../cluster/rollout';

/** An object as the API server takes it. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

const ROLLOUT_TIMEOUT_MS = 180_000;
const DELETE_TIMEOUT = '--timeout=150s';
const POLL_MS = 500;

/** The cluster, and a memory of everything that was put there: nothing else is ever changed or deleted. */
export class TestCluster {
  private readonly own: Manifest[] = [];
  private over = false;

  public constructor(
    public readonly kubectl: Kubectl,
    public readonly waiting: Waiting,
  ) {}

  /** Throws a UserError when the cluster has one of these namespaces or cluster-wide objects already. */
  public async refuseExisting(manifests: readonly Manifest[]): Promise<void> {
    for (const { kind, metadata } of manifests.filter(({ metadata }) => metadata.namespace === undefined)) {
      const { stdout } = await this.kubectl.try(['get', kind, metadata.name, '-o', 'name', '--ignore-not-found']);
      if (stdout.trim() === '') continue;
      const next = 'next: try another cluster, or delete it if it is left from a run that was killed';
      throw new UserError(`${stdout.trim()} is in the cluster already, and it is not this program's\n${next}`);
    }
  }

  /** Applies manifests, and gives what kubectl says of each. */
  public async apply(manifests: readonly Manifest[]): Promise<string> {
    this.refuseWhenOver();
    this.own.push(...manifests);
    return this.kubectl.text(['apply', '-f', '-'], { input: listOf(manifests) });
  }

  /** Waits until the newest version of each Deployment, StatefulSet and DaemonSet is available. */
  public async waitFor(manifests: readonly Manifest[]): Promise<void> {
    const workloads = manifests.flatMap(({ kind, metadata: { namespace = 'default', name } }) =>
      kind === 'Deployment' || kind === 'StatefulSet' || kind === 'DaemonSet'
        ? [{ kind, namespace, name, behindIngress: false } as const]
        : [],
    );
    await waitForRollouts(this.kubectl, workloads, ROLLOUT_TIMEOUT_MS, this.waiting);
  }

  public async delete(manifests: readonly Manifest[]): Promise<void> {
    const args = ['delete', '-f', '-', '--ignore-not-found', '--wait=true', DELETE_TIMEOUT];
    await this.kubectl.text([...args, '--request-timeout=0'], { input: listOf(manifests) });
  }

  /** Deletes everything, as long as there is something. Pods get no time to drain. */
  public async cleanUp(): Promise<void> {
    this.over = true;
    const wide = this.own.filter(({ metadata }) => metadata.namespace === undefined);
    const namespaces = wide.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata.name);
    if (wide.length === 0) return;
    this.waiting.terminal.progress('deleting everything');
    await this.kubectl.try(['delete', '-f', '-', '--ignore-not-found', '--wait=false'], { input: listOf(wide) });
    for (const namespace of new Set(namespaces)) {
      await this.kubectl.try([
        'delete',
        'pods',
        '--all',
        '-n',
        namespace,
        '--force',
        '--grace-period=0',
        '--wait=false',
      ]);
    }
    await this.delete(wide);
  }

  /**
   * Asks until there is something.
   *
   * @throws Error after the time, saying what did not come
   */
  public async eventually<T>(what: string, timeoutMs: number, ask: () => Promise<T | undefined>): Promise<T> {
    const { clock } = this.waiting;
    const deadline = clock.now() + timeoutMs;
    for (;;) {
      this.refuseWhenOver();
      const found = await ask();
      if (found !== undefined) return found;
      if (clock.now() >= deadline) throw new Error(`${what}: not within ${timeoutMs / 1000} s`);
      await clock.sleep(POLL_MS);
    }
  }

  /** A check that still runs while everything is taken away must not bring anything back. */
  private refuseWhenOver(): void {
    if (this.over) throw new Error('interrupted');
  }
}

function listOf(manifests: readonly Manifest[]): string {
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items: manifests });
}
