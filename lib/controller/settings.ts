import { Duration, Size } from 'cdk8s';
import { Cpu, ImagePullPolicy } from 'cdk8s-plus-27';
import type { ContainerResources, k8s } from 'cdk8s-plus-27';
import { ControllerExposure } from './controller-exposure';
import {
  ControllerLogLevel,
  type ControllerMetrics,
  type ControllerNetworkPolicy,
  type ControllerTimeouts,
  type TcpService,
} from './controller-options';
import type { HaproxyIngressControllerProps } from './haproxy-ingress-controller-props';

/** Props that keep their meaning of "not given". */
type Optional = 'config' | 'defaultCertificate' | 'defaultBackend' | 'priorityClassName' | 'syncPeriod';

/** Props whose value depends on others, or that are read from elsewhere. */
type Resolved = 'controller' | 'namespace' | 'image' | 'replicas' | 'resources';

/** The props with every default in place; what each means is said at {@link HaproxyIngressControllerProps}. */
export interface ControllerSettings
  extends
    Required<Omit<HaproxyIngressControllerProps, Optional | Resolved>>,
    Pick<HaproxyIngressControllerProps, Optional> {
  /** Name of every object. */
  readonly name: string;
  readonly namespace: string;
  /** How many pods, for a Deployment. */
  readonly replicas: number;
  readonly resources: ContainerResources;
  readonly metrics: ControllerMetrics | false;
  readonly networkPolicy: ControllerNetworkPolicy | false;
  readonly tcpServices: readonly TcpService[];
  /** The props without defaults, for what explains the manifests. */
  readonly given: HaproxyIngressControllerProps;
}

const CONTROL_PLANE: k8s.Toleration = {
  key: 'node-role.kubernetes.io/control-plane',
  operator: 'Exists',
  effect: 'NoSchedule',
};

/**
 * Below the 15 s for which an adapter's pod goes on answering when it leaves, and no time that clients like to pause for.
 */
const KEEP_ALIVE = Duration.seconds(13);

/** What both controllers do without being told. */
const QUEUE = Duration.seconds(5);
const SERVER = Duration.seconds(50);

function longestRequest({ queue = QUEUE, server = SERVER }: ControllerTimeouts = {}): Duration {
  return Duration.seconds(Math.ceil((queue.toMilliseconds() + server.toMilliseconds()) / 1000));
}

/** Puts the defaults in place. The props have passed the checks. */
export function resolveSettings(name: string, props: HaproxyIngressControllerProps): ControllerSettings {
  const exposure = props.exposure ?? ControllerExposure.loadBalancer();
  const hostPorts = exposure.type === 'HostPorts';
  return {
    ...props,
    given: props,
    name,
    namespace: props.namespace ?? name,
    exposure,
    imagePullPolicy: props.imagePullPolicy ?? ImagePullPolicy.IF_NOT_PRESENT,
    daemonSet: props.daemonSet ?? hostPorts,
    replicas: props.replicas ?? (hostPorts ? 1 : 2),
    resources: { ...DEFAULT_RESOURCES, ...props.resources },
    nodeSelector: props.nodeSelector ?? (hostPorts ? { 'ingress-ready': 'true' } : {}),
    tolerations: props.tolerations ?? (hostPorts ? [CONTROL_PLANE] : []),
    drainDelay: props.drainDelay ?? Duration.seconds(10),
    longestRequest: props.longestRequest ?? longestRequest(props.timeouts),
    timeouts: { ...props.timeouts, httpKeepAlive: props.timeouts?.httpKeepAlive ?? KEEP_ALIVE },
    ingressClass: props.ingressClass ?? 'haproxy',
    defaultIngressClass: props.defaultIngressClass ?? false,
    logLevel: props.logLevel ?? ControllerLogLevel.INFO,
    accessLog: props.accessLog ?? false,
    metrics: props.metrics ?? {},
    maxConnections: props.maxConnections ?? 2000,
    hardStopAfter: props.hardStopAfter ?? Duration.minutes(10),
    httpsRedirectPort: props.httpsRedirectPort ?? (hostPorts ? exposure.ports.https : 443),
    redispatch: props.redispatch ?? true,
    retries: props.retries ?? 3,
    backendSnippet: props.backendSnippet ?? [],
    frontendSnippet: props.frontendSnippet ?? [],
    watchNamespaces: props.watchNamespaces ?? [],
    ignoreNamespaces: props.ignoreNamespaces ?? [],
    tcpServices: props.tcpServices ?? [],
    customResources: props.customResources ?? false,
    ipv6: props.ipv6 ?? true,
    networkPolicy: props.networkPolicy ?? {},
  };
}

/**
 * Two thirds of the memory limit go to HAProxy and one third to the controller, by the start script of the image.
 * There is no CPU limit: throttling HAProxy delays every request of the cluster.
 */
const DEFAULT_RESOURCES: ContainerResources = {
  cpu: { request: Cpu.millis(250) },
  memory: { request: Size.mebibytes(400), limit: Size.gibibytes(1) },
  ephemeralStorage: { request: Size.gibibytes(1), limit: Size.gibibytes(1) },
};
