import type { Origin } from '../origins';
import { imageProps } from './common-origins';
import type { ControllerDescription } from './controller-description';
import { fromProps } from './prop-origins';
import type { ControllerSettings } from './settings';
import { tcpPort } from './tcp-services';

const POD = 'spec.template.spec';
const MAIN = `${POD}.containers[controller]`;

/** The flags of both controllers, each with the prop that it says. */
const FLAGS: Readonly<Record<string, string>> = {
  '--configmap': 'id',
  '--ingress.class': 'ingressClass',
  '--ingress-class': 'ingressClass',
  '--controller-class': 'ingressClass',
  '--log': 'logLevel',
  '--wait-before-shutdown': 'drainDelay',
  '--publish-service': 'exposure',
  '--default-ssl-certificate': 'defaultCertificate',
  '--default-backend-service': 'defaultBackend',
  '--namespace-whitelist': 'watchNamespaces',
  '--watch-namespace': 'watchNamespaces',
  '--namespace-blacklist': 'ignoreNamespaces',
  '--configmap-tcp-services': 'tcpServices',
  '--disable-ipv6': 'ipv6',
  '--sync-period': 'syncPeriod',
  '--prometheus': 'metrics.controller',
};

/** Why the pods of a controller are as they are. */
export function podOrigins(description: ControllerDescription, settings: ControllerSettings): readonly Origin[] {
  const from = (field: string, props: readonly string[], why: string): Origin => fromProps(settings, field, props, why);
  const drain = ['drainDelay', 'longestRequest', ...(settings.given.longestRequest === undefined ? ['timeouts'] : [])];
  const where = ['exposure'];
  return [
    from('spec.replicas', ['replicas'], 'how many pods run'),
    ...['strategy', 'updateStrategy'].map((field) =>
      from(`spec.${field}`, where, 'with ports of the node an old pod goes first, otherwise a new one comes first'),
    ),
    from('spec.template.metadata.annotations', ['metrics'], 'by them a Prometheus without operator finds the metrics'),
    from(`${POD}.terminationGracePeriodSeconds`, drain, 'the drain, and the time that HAProxy takes to stop'),
    from(`${POD}.securityContext.sysctls`, ['controller'], 'what the image needs to listen where it does'),
    from(`${POD}.volumes`, ['controller'], 'directories that the image writes to'),
    from(`${MAIN}.volumeMounts`, ['controller'], 'directories that the image writes to'),
    ...[POD, MAIN].flatMap((of) =>
      ['runAsUser', 'runAsGroup', 'fsGroup'].map((field) =>
        from(`${of}.securityContext.${field}`, ['controller'], 'the user of the image'),
      ),
    ),
    ...['nodeSelector', 'tolerations'].map((field) =>
      from(`${POD}.${field}`, [field, ...where], 'with ports of the node: the nodes that are ready for it'),
    ),
    from(`${POD}.priorityClassName`, ['priorityClassName'], 'as the prop says'),
    from(`${MAIN}.image`, imageProps(settings), 'the image of the controller'),
    from(`${MAIN}.imagePullPolicy`, ['imagePullPolicy'], 'when nodes ask for the image'),
    ...Object.entries(FLAGS).map(([flag, prop]): Origin => {
      const field = `${MAIN}.args[${flag}]`;
      const why = 'what the controller is told';
      return prop === 'id' ? { field, sources: [{ kind: 'prop', prop }], why } : from(field, [prop], why);
    }),
    from(`${MAIN}.env`, ['controller'], 'what the controller wants to know of its pod'),
    ...['startupProbe', 'readinessProbe', 'livenessProbe'].map((probe) =>
      from(`${MAIN}.${probe}`, ['controller'], 'where the controller answers, and how long it takes to start'),
    ),
    from(`${MAIN}.lifecycle`, drain, 'HAProxy takes no more connections, and ends when the last request is answered'),
    from(`${MAIN}.resources`, ['resources'], 'what the pod gets of its node'),
    ...portOrigins(description, settings),
  ];
}

function portOrigins(description: ControllerDescription, settings: ControllerSettings): readonly Origin[] {
  const { http, https, otherPorts } = description;
  return [
    ...[http, https, ...otherPorts].map(({ name }) =>
      fromProps(settings, `${MAIN}.ports[${name}]`, ['controller'], 'where it listens in the pod'),
    ),
    ...[http, https].map(({ name }) =>
      fromProps(settings, `${MAIN}.ports[${name}].hostPort`, ['exposure'], 'the port of the node'),
    ),
    ...description
      .metricsPorts(settings)
      .map(({ name }) =>
        fromProps(settings, `${MAIN}.ports[${name}]`, ['metrics', 'controller'], 'where the metrics are'),
      ),
    ...settings.tcpServices.map((tcp, index): Origin => ({
      field: `${MAIN}.ports[${tcpPort(tcp).name}]`,
      sources: [{ kind: 'prop', prop: `tcpServices[${index}]` }],
      why: 'TCP that is led through to a Service',
    })),
  ];
}
