import type { Duration } from 'cdk8s';
import type { ContainerResources, ImagePullPolicy, k8s } from 'cdk8s-plus-27';
import type { ControllerExposure } from './controller-exposure';
import type {
  ControllerLogLevel,
  ControllerMetrics,
  ControllerNetworkPolicy,
  ControllerTimeouts,
  NamespacedName,
  TcpService,
} from './controller-options';
import type { HaproxyController } from './haproxy-controller';

/** Props of {@link HaproxyIngressController}. */
export interface HaproxyIngressControllerProps {
  /**
   * Which controller.
   * @default HaproxyController.HAPROXYTECH
   */
  readonly controller?: HaproxyController;
  /**
   * How traffic from outside reaches it.
   * @default ControllerExposure.loadBalancer()
   */
  readonly exposure?: ControllerExposure;
  /**
   * A namespace that exists. Its Pod Security level must allow the exposure: `restricted` does, except with host ports.
   * @default - a new one named after the chart, with the level that the exposure needs
   */
  readonly namespace?: string;
  /**
   * The image, with a tag or digest.
   * @default - the newest release of the controller that this project was built for
   */
  readonly image?: string;
  /**
   * When a node asks the registry for the image again.
   * @default ImagePullPolicy.IF_NOT_PRESENT
   */
  readonly imagePullPolicy?: ImagePullPolicy;
  /**
   * How many pods run. Not with `daemonSet`, which runs one on each node.
   * @default 2, or 1 with host ports
   */
  readonly replicas?: number;
  /**
   * One pod on each node that matches `nodeSelector`, instead of a number of replicas.
   * @default - true with host ports, false otherwise
   */
  readonly daemonSet?: boolean;
  /**
   * What one pod may use; cpu, memory and ephemeral storage are replaced one by one. haproxytech restarts for ever with
   * a memory limit below 500 MiB.
   * @default - 250m CPU, 400Mi memory requested and 1Gi memory as the limit
   * @see https://github.com/haproxytech/kubernetes-ingress/issues/799
   */
  readonly resources?: ContainerResources;
  /**
   * Labels of the nodes that it may run on.
   * @default - `ingress-ready: "true"` with host ports, any node otherwise
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /**
   * Taints that it tolerates.
   * @default - `node-role.kubernetes.io/control-plane:NoSchedule` with host ports, none otherwise
   */
  readonly tolerations?: readonly k8s.Toleration[];
  /**
   * Name of a PriorityClass that exists in the cluster.
   * @default - the cluster's own default
   */
  readonly priorityClassName?: string;
  /**
   * How long a pod goes on serving after it was told to stop, in whole seconds, until no balancer sends to it any more.
   * @default Duration.seconds(10)
   */
  readonly drainDelay?: Duration;
  /**
   * The longest that a request may take, with its wait for a pod, in whole seconds. After the `drainDelay` a pod takes no
   * new connections; when the last one has ended, or this time is over, it stops. Raise it with the timeouts of adapters.
   * @default - `timeouts.queue` and `timeouts.server` together, 55 seconds if neither is given
   */
  readonly longestRequest?: Duration;
  /**
   * Name of the IngressClass, the `ingressClassName` of the Ingresses that this controller serves.
   * @default 'haproxy'
   */
  readonly ingressClass?: string;
  /**
   * Makes it the class of Ingresses that name none.
   * @default false
   */
  readonly defaultIngressClass?: boolean;
  /**
   * How much the controller says. haproxytech only.
   * @default ControllerLogLevel.INFO
   */
  readonly logLevel?: ControllerLogLevel;
  /**
   * Writes a line for each request to the log of the pod.
   * @default false
   */
  readonly accessLog?: boolean;
  /**
   * Prometheus metrics, or `false` for no Service and no way in for them.
   * @default - the metrics of HAProxy, open to every namespace
   */
  readonly metrics?: ControllerMetrics | false;
  /**
   * Connections that one HAProxy accepts at the same time. Without a number HAProxy takes one from the limit of open
   * files, and its memory with it.
   * @default 2000
   * @see https://github.com/haproxytech/kubernetes-ingress/issues/558
   */
  readonly maxConnections?: number;
  /**
   * How long an old HAProxy process may live after a reload to finish its connections, websockets among them.
   * @default Duration.minutes(10)
   */
  readonly hardStopAfter?: Duration;
  /**
   * Timeouts of HAProxy.
   * @default - see each field
   */
  readonly timeouts?: ControllerTimeouts;
  /**
   * The port of the https address that browsers are redirected to, as they see it. haproxytech only, whose built-in
   * value is 8443.
   * @default 443, or the https host port
   */
  readonly httpsRedirectPort?: number;
  /**
   * Retries a failed connection on another pod, from the first retry on. Without it HAProxy 3 answers 503 for the
   * requests that meet a leaving pod. Always on with jcmoraisjr.
   * @default true
   * @see https://github.com/haproxytech/kubernetes-ingress/issues/825
   */
  readonly redispatch?: boolean;
  /**
   * How often a failed connection is tried again.
   * @default 3
   */
  readonly retries?: number;
  /**
   * Lines of HAProxy configuration for every backend.
   * @default - none but those of `redispatch` and `retries`
   */
  readonly backendSnippet?: readonly string[];
  /**
   * Lines of HAProxy configuration for both frontends, HTTP and HTTPS.
   * @default - none but `option idle-close-on-response`, without which requests fail when HAProxy is reloaded
   */
  readonly frontendSnippet?: readonly string[];
  /**
   * Further keys of the controller's ConfigMap. Not those that other props write; with haproxytech not those that the
   * controller does not know either, for it ignores them without a word.
   * @default - none
   */
  readonly config?: Readonly<Record<string, string>>;
  /**
   * The certificate of hosts without one of their own.
   * @default - one that the controller signs itself
   */
  readonly defaultCertificate?: NamespacedName;
  /**
   * The Service that answers what no Ingress matches.
   * @default - 404 from the controller
   */
  readonly defaultBackend?: NamespacedName;
  /**
   * The only namespaces whose objects it reads; jcmoraisjr takes one.
   * @default - all
   */
  readonly watchNamespaces?: readonly string[];
  /**
   * Namespaces whose objects it does not read. haproxytech only.
   * @default - none
   */
  readonly ignoreNamespaces?: readonly string[];
  /**
   * Services reached by plain TCP, each at a port of its own. haproxytech only.
   * @default - none
   */
  readonly tcpServices?: readonly TcpService[];
  /**
   * Allows the controller to read its custom resources, whose definitions are installed already. haproxytech only.
   * @default false
   */
  readonly customResources?: boolean;
  /**
   * Listens on IPv6 too; `false` for nodes whose kernel has none. haproxytech only.
   * @default true
   */
  readonly ipv6?: boolean;
  /**
   * How often changes are applied that need a reload, in whole seconds. haproxytech only.
   * @default Duration.seconds(5)
   */
  readonly syncPeriod?: Duration;
  /**
   * What may reach the controller and what it may reach, or `false` for no NetworkPolicy.
   * @default - see each field
   */
  readonly networkPolicy?: ControllerNetworkPolicy | false;
}
