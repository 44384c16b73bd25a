import { App, Duration } from 'cdk8s';
import {
  ControllerExposure,
  ControllerLogLevel,
  explain,
  HaproxyController,
  HaproxyIngressController,
  type HaproxyIngressControllerProps,
} from '../../lib';

/** Fields that every manifest of their kind has as they are. */
const CONSTANT = [
  /^(apiVersion|kind|automountServiceAccountToken|roleRef\.(apiGroup|kind)|subjects\[0\]\.kind)$/,
  /labels\['app\.kubernetes\.io\/(component|managed-by)'\]$/,
  /^spec\.(minReadySeconds|progressDeadlineSeconds|policyTypes.*|maxUnavailable|unhealthyPodEvictionPolicy)$/,
  /^spec\.template\.spec\.(automountServiceAccountToken|enableServiceLinks|restartPolicy|setHostnameAsFQDN|dnsPolicy)$/,
  /^spec\.template\.spec\.containers\[0\]\.name$/,
  /securityContext\.(allowPrivilegeEscalation|capabilities.*|privileged|readOnlyRootFilesystem|runAsNonRoot)$/,
  /securityContext\.(fsGroupChangePolicy|seccompProfile\.type)$/,
  /^spec\.template\.spec\.affinity\..*\.(topologyKey|weight)$/,
  /topologySpreadConstraints\[.\]\.(maxSkew|topologyKey|whenUnsatisfiable)$/,
  /^spec\.podMetricsEndpoints\[0\]\.(path|params.*)$/,
];
/** Arguments that both controllers get whatever is given, a rule of the NetworkPolicy for each, and the type of a Service for metrics. */
const ALWAYS = ['--disable-quic', '--sort-backends', '--watch-gateway=false'];

function controller(props: HaproxyIngressControllerProps): HaproxyIngressController {
  return new HaproxyIngressController(new App(), 'haproxy-controller', props);
}

function unexplained(props: HaproxyIngressControllerProps): string[] {
  return explain(controller(props))
    .filter(({ sources, field }) => sources.length === 0 && !CONSTANT.some((constant) => constant.test(field)))
    .filter(({ value }) => !ALWAYS.includes(String(value)))
    .filter(({ kind, field }) => !(kind === 'NetworkPolicy' && /^spec\.egress\[[02]\]/.test(field)))
    .filter(({ name, field }) => !(name.endsWith('-metrics') && field === 'spec.type'))
    .map(({ kind, field, value }) => `${kind} ${field}: ${String(value)}`);
}

/** The prop behind each field whose text is there: `exposure`, or `(exposure)` for its default. */
function behind(props: HaproxyIngressControllerProps, kind: string, field: string): string[] {
  return explain(controller(props))
    .filter((each) => each.kind === kind && each.field.includes(field))
    .map(({ sources }) => sources.map((each) => nameOf(each)).join(' '));
}

function nameOf(source: ReturnType<typeof explain>[number]['sources'][number]): string {
  if (source.kind === 'place') return source.at.file;
  return source.kind === 'prop' ? source.prop : `(${source.prop})`;
}

const BOTH: HaproxyIngressControllerProps = {
  namespace: 'ingress',
  defaultIngressClass: true,
  accessLog: true,
  metrics: { podMonitor: { labels: { release: 'prometheus' } }, namespaces: ['monitoring'] },
  timeouts: { server: Duration.seconds(30) },
  backendSnippet: ['http-reuse safe'],
  defaultCertificate: { namespace: 'a', name: 'b' },
  defaultBackend: { namespace: 'a', name: 'c' },
  watchNamespaces: ['shop'],
  networkPolicy: { clients: ['10.0.0.0/8'], apiServer: ['10.1.0.0/16'], apiServerPorts: [6443] },
  nodeSelector: { disk: 'ssd' },
  tolerations: [{ operator: 'Exists' }],
  priorityClassName: 'high',
};

test.each<readonly [string, HaproxyIngressControllerProps]>([
  ['nothing', {}],
  ['ports of the node', { exposure: ControllerExposure.hostPorts() }],
  ['ports of nodes', { exposure: ControllerExposure.nodePort() }],
  [
    'a load balancer with options',
    { exposure: ControllerExposure.loadBalancer({ annotations: { a: 'b' }, sourceRanges: ['10.0.0.0/8'] }) },
  ],
  [
    'every prop of haproxytech',
    {
      ...BOTH,
      metrics: { ...(BOTH.metrics as object), controller: true },
      logLevel: ControllerLogLevel.DEBUG,
      tcpServices: [{ port: 5672, service: { namespace: 'mq', name: 'rabbit' }, servicePort: 5672 }],
      customResources: true,
      ipv6: false,
      syncPeriod: Duration.seconds(10),
      config: { nbthread: '4' },
    },
  ],
  ['namespaces that are left out', { ignoreNamespaces: ['kube-system'] }],
  ['nothing, and jcmoraisjr', { controller: HaproxyController.JCMORAISJR }],
  ['every prop of jcmoraisjr', { ...BOTH, controller: HaproxyController.JCMORAISJR }],
])('given %s, then every field that is not constant has an origin', (_, props) => {
  expect(unexplained(props)).toEqual([]);
});

test.each<readonly [HaproxyIngressControllerProps, string, string, readonly string[]]>([
  [{}, 'Deployment', 'spec.replicas', ['(replicas)']],
  [{ replicas: 3 }, 'Deployment', 'spec.replicas', ['replicas']],
  [{}, 'Deployment', 'terminationGracePeriod', ['(drainDelay) (longestRequest) (timeouts)']],
  [{ longestRequest: Duration.seconds(20) }, 'Deployment', 'terminationGracePeriod', ['(drainDelay) longestRequest']],
  [{ ingressClass: 'inner' }, 'Deployment', 'args[1]', ['ingressClass']],
  [{ ingressClass: 'inner' }, 'IngressClass', 'metadata.name', ['ingressClass']],
  [{}, 'ConfigMap', 'data.backend-config-snippet', ['(redispatch) (retries) (backendSnippet)']],
  [{ retries: 1 }, 'ConfigMap', 'data.backend-config-snippet', ['(redispatch) retries (backendSnippet)']],
  [{}, 'ConfigMap', 'timeout-http-keep-alive', ['(timeouts.httpKeepAlive)']],
  [{ config: { nbthread: '4' } }, 'ConfigMap', 'data.nbthread', ['config']],
  [{ httpsRedirectPort: 8443 }, 'ConfigMap', 'ssl-redirect-port', ['httpsRedirectPort']],
  [{ exposure: ControllerExposure.nodePort() }, 'ConfigMap', 'ssl-redirect-port', ['(httpsRedirectPort) exposure']],
  [{}, 'Service', 'spec.ports[1].targetPort', ['(controller)']],
  [{ exposure: ControllerExposure.nodePort() }, 'Service', 'spec.ports[0].nodePort', ['exposure']],
  [{ networkPolicy: { clients: ['10.0.0.0/8'] } }, 'NetworkPolicy', 'ingress[0].from', ['networkPolicy.clients']],
  [{}, 'NetworkPolicy', 'egress[1].ports[0].port', ['(networkPolicy.apiServerPorts)']],
  [{ exposure: ControllerExposure.hostPorts() }, 'Namespace', 'pod-security', ['exposure']],
  [{}, 'ClusterRoleBinding', 'subjects[0].namespace', ['(namespace)']],
])('given %j, then %s %s comes from %j', (props, kind, field, expected) => {
  expect(behind(props, kind, field)).toEqual(expected);
});
