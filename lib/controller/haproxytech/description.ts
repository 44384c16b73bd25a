import type { ControllerDescription, NamedPort } from '../controller-description';
import { drainSeconds } from '../drain';
import type { ControllerSettings } from '../settings';
import { haproxytechArgs } from './args';
import { checkHaproxytech } from './check';
import { HAPROXYTECH_OWNED_KEYS, haproxytechConfigData } from './config-data';
import { haproxytechClusterRules } from './rbac';

const STAT: NamedPort = { name: 'stat', number: 1024 };
/** `/metrics` of the controller process, open only with `--prometheus`. */
const CONTROLLER: NamedPort = { name: 'controller', number: 6060 };
/** From SIGTERM on the pod stops within a second; this leaves room for a slow node. */
const SHUTDOWN_SECONDS = 15;

/**
 * haproxytech/kubernetes-ingress.
 * @see https://github.com/haproxytech/kubernetes-ingress
 */
export const HAPROXYTECH: ControllerDescription = {
  title: 'haproxytech/kubernetes-ingress',
  labelName: 'haproxy-kubernetes-ingress',
  image: { repository: 'docker.io/haproxytech/kubernetes-ingress', tag: '3.2.12' },
  userId: 1000,
  groupId: 1000,
  http: { name: 'http', number: 8080 },
  https: { name: 'https', number: 8443 },
  otherPorts: [{ name: 'healthz', number: 1042 }],
  podFields: ['POD_NAME', 'POD_NAMESPACE', 'POD_IP'],
  healthzPort: 1042,
  probes: {
    // HAProxy answers only when everything in the cluster has been read once.
    startup: { period: 1, failureThreshold: 60 },
    readiness: { period: 5, failureThreshold: 3 },
    liveness: { period: 10, failureThreshold: 3 },
  },
  // A master and a worker.
  drain: { socket: '/var/run/haproxy-runtime-api.sock', frontends: ['http', 'https'], processes: 2 },
  scratchDirectories: [],
  unsupported: {},
  ownedConfigKeys: HAPROXYTECH_OWNED_KEYS,

  metricsPorts: ({ metrics }: ControllerSettings) =>
    metrics !== false && metrics.controller === true ? [STAT, CONTROLLER] : [STAT],
  // The suffix is the value of --ingress.class, not the name of the object; here they are the same.
  ingressClassController: ({ ingressClass }) => `haproxy.org/ingress-controller/${ingressClass}`,
  gracePeriodSeconds: (settings) => drainSeconds(settings) + SHUTDOWN_SECONDS,
  args: haproxytechArgs,
  configData: haproxytechConfigData,
  clusterRules: haproxytechClusterRules,
  namespaceRules: () => [],
  check: checkHaproxytech,
};
