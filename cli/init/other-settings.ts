import { asRow, noPlace, nothing, type Part } from './translation';
import { isMap, shown, valueAt, type YamlMap } from './yaml-values';

/** Settings that have a translation of their own. */
const TRANSLATED = ['image', 'build', 'scale', 'environment', 'ports', 'expose', 'volumes', 'mem_limit', 'cpus'];

const images = nothing('the image has its own, and starts Interlok');
const hardened = nothing('the pod is hardened: no root, no capabilities, a read-only root file system');
const started = nothing('pods start in any order, and Interlok connects again until it works');
const networks = nothing('every pod of the cluster reaches the Service; the NetworkPolicy says what is let in and out');
const logs = nothing('the cluster collects what the pod writes to standard output');
const fromCluster = noPlace('make a Secret or ConfigMap, and use secretFiles, env or envFrom');

/** What becomes of every other setting of a service. */
const REASONS: Readonly<Record<string, string>> = {
  cap_add: noPlace('the pod has no capabilities'),
  cap_drop: hardened,
  command: images,
  configs: fromCluster,
  container_name: nothing('the id of the chart names every object'),
  depends_on: started,
  deploy: nothing('Kubernetes restarts, spreads and updates pods by itself'),
  entrypoint: images,
  env_file: nothing('its variables are in env'),
  extends: noPlace('it is not read: write the settings out, or put them into main.ts'),
  healthcheck: nothing('the probes are derived from the configuration, and run no workflow'),
  hostname: nothing('${HOSTNAME} is the name of the pod'),
  init: images,
  labels: noPlace('chart.deployment of cdk8s-plus takes labels, where something reads them'),
  links: nothing('the ingress controller finds the pods by their Service'),
  logging: logs,
  mem_reservation: nothing('memory is requested as it is limited'),
  memswap_limit: noPlace('pods have no swap'),
  network_mode: networks,
  networks,
  platform: nothing('the published images have several platforms'),
  privileged: noPlace('the pod is hardened, and needs no rights'),
  pull_policy: nothing('a tag that moves is pulled at each start, any other once'),
  read_only: hardened,
  restart: nothing('Kubernetes starts a pod again that ended'),
  secrets: fromCluster,
  security_opt: hardened,
  stdin_open: images,
  stop_grace_period: nothing('it follows from operationTimeout; drain: { gracePeriod: … } says otherwise'),
  stop_signal: images,
  tmpfs: nothing('/tmp is a directory of the pod'),
  tty: images,
  user: hardened,
  working_dir: images,
};

const OTHER = noPlace('chart.deployment is the Deployment of cdk8s-plus, and may have one');

/** The settings of the service that have no prop. */
export function translateOthers(service: YamlMap): readonly Part[] {
  return Object.entries(service)
    .filter(([setting]) => !TRANSLATED.includes(setting) && !setting.startsWith('x-'))
    .filter(([setting, value]) => setting !== 'deploy' || hasMore(value))
    .map(([setting, value]) => asRow(setting, shown(value), REASONS[setting] ?? OTHER));
}

/** Whether a `deploy` says more than how many containers there are, and how large. */
function hasMore(deploy: unknown): boolean {
  return isMap(deploy) && Object.keys(deploy).some((key) => !['replicas', 'resources'].includes(key));
}

/** What becomes of the other services of the file. */
export function translateOtherServices(services: readonly (readonly [string, YamlMap])[]): readonly Part[] {
  return services.map(([name, service]) => {
    const image = shown(service['image'] ?? valueAt(service, 'build', 'context') ?? service['build']);
    const balancer = 'environment' in service ? `${BALANCER}; ${PAGE} has its variables` : BALANCER;
    return asRow(`service ${name}`, image, /haproxy/i.test(image) ? balancer : RUNS_ELSEWHERE);
  });
}

const PAGE = 'docs/migrating-from-docker-compose.md';
const BALANCER = nothing(
  "an HAProxy ingress controller of the cluster balances; new HaproxyIngressController(app, 'haproxy-controller') makes one",
);
const RUNS_ELSEWHERE = noPlace('it is not an adapter: run it beside, and reach it by the name of its Service');
