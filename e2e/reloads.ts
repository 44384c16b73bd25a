import type { Context } from './context';
import { CONTROLLER, namespaceOf } from './context';
import { execIn } from './pods';
import type { Manifest } from './test-cluster';

const RELOAD_TIMEOUT_MS = 30_000;
const SOCKET = '/var/run/haproxy-runtime-api.sock';

/** Makes the controller reload HAProxy, with an Ingress of another namespace that comes and goes. */
export class Reloads {
  private readonly namespace: string;

  public constructor(private readonly context: Context) {
    this.namespace = namespaceOf(context, 'reloads');
  }

  /** Lets an Ingress with a Service come, and go again; gives how often HAProxy was reloaded meanwhile. */
  public async comeAndGo(): Promise<number> {
    const { cluster } = this.context;
    const [namespace, ...others] = this.manifests();
    if (namespace !== undefined) await cluster.apply([namespace]);
    await this.expectReload(() => cluster.apply(others));
    await this.expectReload(() => cluster.delete(others));
    return 2;
  }

  /** Takes the namespace away. */
  public async remove(): Promise<void> {
    await this.context.cluster.delete(this.manifests().slice(0, 1));
  }

  private async expectReload(change: () => Promise<unknown>): Promise<void> {
    const before = await this.workerId();
    await change();
    await this.context.cluster.eventually('a reload of HAProxy', RELOAD_TIMEOUT_MS, async () => {
      const now = await this.workerId();
      return now !== undefined && now !== before ? true : undefined;
    });
  }

  /** The process id of the worker that takes new connections: another one after each reload. */
  private async workerId(): Promise<string | undefined> {
    const ask = `echo 'show info' | socat stdio unix-connect:${SOCKET}`;
    const { stdout } = await execIn(this.context.cluster, CONTROLLER, `deployment/${CONTROLLER}`, ask);
    return /^Pid: (\d+)$/m.exec(stdout)?.[1];
  }

  private manifests(): Manifest[] {
    const metadata = { name: 'passing', namespace: this.namespace };
    const backend = { service: { name: 'passing', port: { number: 80 } } };
    const paths = [{ path: '/passing', pathType: 'Prefix', backend }];
    return [
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: this.namespace } },
      { apiVersion: 'v1', kind: 'Service', metadata, spec: { ports: [{ port: 80 }], selector: { app: 'nobody' } } },
      {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata,
        spec: { ingressClassName: 'haproxy', rules: [{ http: { paths } }] },
      },
    ];
  }
}
