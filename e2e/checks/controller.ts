import { App } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { HaproxyIngressController } from '../../lib';
import { waitForOldPods } from '../../cluster/rollout';
import { SLOW } from '../adapters';
import { adapterChart, manifestsOf } from '../charts';
import type { Context } from '../context';
import { CONTROLLER, HELLO, namespaceOf, urlOf } from '../context';
import { fortyEight, underLoad } from '../load';
import type { Manifest } from '../test-cluster';
import { waitForAnswer } from './hello-world';

const SLOW_CLIENTS = 4;
const OLD_PODS_TIMEOUT_MS = 120_000;

/** An adapter whose requests take ten seconds, under both controllers. */
export function slowManifests(context: Context, id: string): Manifest[] {
  const config = context.adapters.directory('slow', SLOW);
  return [
    ...manifestsOf(adapterChart(id, config)),
    ingressOf(context, id, id, '/slow'),
    ingressOf(context, HELLO, HELLO, '/'),
  ];
}

/** The controller as it is in production: two pods behind a load balancer. */
export function productionManifests(context: Context): Manifest[] {
  const name = productionName(context);
  const resources = { cpu: { request: kplus.Cpu.millis(20) } };
  return manifestsOf(new HaproxyIngressController(new App(), name, { ingressClass: name, resources }));
}

function productionName(context: Context): string {
  return namespaceOf(context, 'production');
}

/** That the controller is replaced without its clients noticing, in both forms. */
export async function checkController(context: Context): Promise<void> {
  const { report, cluster, carried } = context;
  const slow = namespaceOf(context, 'slow');
  const production = productionName(context);
  await report.check(
    `the controller of the kind form is replaced under 48 clients and requests of 10 s: none refused, none cut${carried}`,
    [CONTROLLER, slow],
    async () => {
      await waitForAnswer(context, urlOf(context, '/slow'), /./);
      return replaced(context, CONTROLLER, context.props.baseUrl);
    },
  );
  await report.check(
    `the controller of the production form likewise: none refused, none cut${carried}`,
    [production, slow],
    async () => {
      await cluster.waitFor(productionManifests(context));
      const url = await productionUrl(context);
      await waitForAnswer(context, new URL('/slow', url), /./);
      return replaced(context, production, url);
    },
  );
}

/** Replaces the controller of a namespace, which is named like it, under load. */
async function replaced({ cluster }: Context, name: string, url: URL): Promise<string> {
  const workload = { kind: 'Deployment', namespace: name, name, behindIngress: false } as const;
  const clients = [
    ...fortyEight(new URL('/hello-world', url)),
    { url: new URL('/slow', url), count: SLOW_CLIENTS, pauseMs: 0 },
  ];
  return underLoad(clients, async () => {
    await cluster.kubectl.text(['rollout', 'restart', `deployment/${name}`, '-n', name]);
    await cluster.waitFor([{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name, namespace: name } }]);
    await waitForOldPods(cluster.kubectl, workload, OLD_PODS_TIMEOUT_MS, cluster.waiting);
  });
}

/** The address of the load balancer; where there is none, the node port that its Service has anyway. */
async function productionUrl(context: Context): Promise<URL> {
  const { kubectl } = context.cluster;
  const name = productionName(context);
  const service = (await kubectl.json(['get', 'service', name, '-n', name])) as {
    spec: { ports: { name: string; nodePort?: number }[] };
    status?: { loadBalancer?: { ingress?: { ip?: string; hostname?: string }[] } };
  };
  const [balancer] = service.status?.loadBalancer?.ingress ?? [];
  const address = balancer?.ip ?? balancer?.hostname;
  if (address !== undefined) return new URL(`http://${address}/`);
  const port = service.spec.ports.find((each) => each.name === 'http')?.nodePort;
  const nodes = await kubectl.text([
    ...['get', 'pods', '-n', name, '-l', `app.kubernetes.io/instance=${name}`],
    ...['-o', 'jsonpath={.items[*].status.hostIP}'],
  ]);
  return new URL(`http://${nodes.split(' ')[0] ?? ''}:${port ?? 0}/`);
}

/** An Ingress for the production form, beside the one that the adapter has for the kind form. */
function ingressOf(context: Context, namespace: string, service: string, path: string): Manifest {
  const backend = { service: { name: service, port: { number: 8081 } } };
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'production', namespace },
    spec: {
      ingressClassName: productionName(context),
      rules: [{ http: { paths: [{ path, pathType: 'Prefix', backend }] } }],
    },
  };
}
