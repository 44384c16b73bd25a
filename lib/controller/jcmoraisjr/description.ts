import type { ControllerDescription } from '../controller-description';
import { drainSeconds } from '../drain';
import type { ControllerSettings } from '../settings';
import { jcmoraisjrArgs } from './args';
import { checkJcmoraisjr, JCMORAISJR_UNSUPPORTED } from './check';
import { JCMORAISJR_OWNED_KEYS, jcmoraisjrConfigData } from './config-data';
import { CONTROLLER, HAPROXY_METRICS, HEALTHZ } from './ports';
import { JCMORAISJR_CLUSTER_RULES, JCMORAISJR_NAMESPACE_RULES } from './rbac';

/** `--shutdown-timeout` (25 s) and room for a slow node, after the two waits of the drain. */
const SHUTDOWN_SECONDS = 40;

/**
 * jcmoraisjr/haproxy-ingress.
 * @see https://github.com/jcmoraisjr/haproxy-ingress
 */
export const JCMORAISJR: ControllerDescription = {
  title: 'jcmoraisjr/haproxy-ingress',
  labelName: 'haproxy-ingress',
  image: { repository: 'quay.io/jcmoraisjr/haproxy-ingress', tag: 'v0.16.1' },
  userId: 99,
  groupId: 99,
  http: { name: 'http', number: 80 },
  https: { name: 'https', number: 443 },
  otherPorts: [HEALTHZ],
  podFields: ['POD_NAME', 'POD_NAMESPACE'],
  healthzPort: HEALTHZ.number,
  probes: {
    readiness: { initialDelay: 10, period: 5, failureThreshold: 3 },
    liveness: { initialDelay: 60, period: 10, failureThreshold: 3 },
  },
  drain: { socket: '/var/run/haproxy/admin.sock', frontends: ['_front_http', '_front_https'], processes: 1 },
  // It binds 80 and 443 as a user that is not root, and without escalation the capability of its program does not count.
  // Pod Security allows this one at every level.
  sysctls: { 'net.ipv4.ip_unprivileged_port_start': '0' },
  scratchDirectories: ['/etc/haproxy', '/var/lib/haproxy', '/var/run/haproxy'],
  unsupported: JCMORAISJR_UNSUPPORTED,
  ownedConfigKeys: JCMORAISJR_OWNED_KEYS,

  metricsPorts: ({ metrics }: ControllerSettings) =>
    metrics !== false && metrics.controller === true ? [HAPROXY_METRICS, CONTROLLER] : [HAPROXY_METRICS],
  ingressClassController: ({ ingressClass }) => `haproxy-ingress.github.io/controller/${ingressClass}`,
  gracePeriodSeconds: (settings) => drainSeconds(settings) + settings.drainDelay.toSeconds() + SHUTDOWN_SECONDS,
  args: jcmoraisjrArgs,
  configData: jcmoraisjrConfigData,
  clusterRules: () => JCMORAISJR_CLUSTER_RULES,
  namespaceRules: () => JCMORAISJR_NAMESPACE_RULES,
  check: checkJcmoraisjr,
};
