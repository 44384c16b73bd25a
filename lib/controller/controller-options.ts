import type { Duration } from 'cdk8s';

/** How much the haproxytech controller says. */
export enum ControllerLogLevel {
  ERROR = 'error',
  WARNING = 'warning',
  INFO = 'info',
  DEBUG = 'debug',
  TRACE = 'trace',
}

/** Prometheus metrics. */
export interface ControllerMetrics {
  /**
   * Metrics of the controller process too, beside those of HAProxy.
   * @default false
   */
  readonly controller?: boolean;
  /**
   * Names of the namespaces whose pods may read the metrics. They need no password, and the HAProxy of haproxytech
   * answers with its statistics page on the same port.
   * @default - every namespace
   */
  readonly namespaces?: readonly string[];
  /**
   * Adds a PodMonitor for the Prometheus operator, which reads HAProxy's metrics from each pod; `true` for one without
   * labels of its own.
   * @default false
   */
  readonly podMonitor?: ControllerPodMonitor | boolean;
}

/** The PodMonitor of the controller. */
export interface ControllerPodMonitor {
  /**
   * Labels that the operator's Prometheus selects by: with kube-prometheus-stack `{ release: '<name of its Helm release>' }`.
   * @default - none but those of every object
   */
  readonly labels?: Readonly<Record<string, string>>;
}

/** Timeouts of HAProxy for everything behind this controller. */
export interface ControllerTimeouts {
  /**
   * For connecting to a pod.
   * @default Duration.seconds(5)
   */
  readonly connect?: Duration;
  /**
   * For the client to send or take the next byte.
   * @default Duration.seconds(50)
   */
  readonly client?: Duration;
  /**
   * For the pod to answer.
   * @default Duration.seconds(50)
   */
  readonly server?: Duration;
  /**
   * For the client to send a whole request head.
   * @default Duration.seconds(5)
   */
  readonly httpRequest?: Duration;
  /**
   * Between two requests on a connection. Shorter than the delay with which the adapter's pods leave (15 s), so that no
   * connection outlives the pods that an old HAProxy process knows; behind a proxy that keeps connections itself, longer
   * than that one keeps them.
   * @default Duration.seconds(13)
   */
  readonly httpKeepAlive?: Duration;
  /**
   * In the queue of a pod that has all the connections it may have.
   * @default Duration.seconds(5)
   */
  readonly queue?: Duration;
  /**
   * Without traffic on a websocket.
   * @default Duration.hours(1)
   */
  readonly tunnel?: Duration;
}

/** An object in a namespace. */
export interface NamespacedName {
  readonly namespace: string;
  readonly name: string;
}

/** A Service reached by plain TCP. */
export interface TcpService {
  /** The port that clients connect to. */
  readonly port: number;
  /** The Service. */
  readonly service: NamespacedName;
  /** The port of the Service. */
  readonly servicePort: number;
  /**
   * Ends TLS in the controller, with its default certificate.
   * @default false
   */
  readonly tls?: boolean;
}

/** What may reach the controller and what it may reach. */
export interface ControllerNetworkPolicy {
  /**
   * Networks (CIDR) that may send HTTP and HTTPS.
   * @default - every network
   */
  readonly clients?: readonly string[];
  /**
   * Networks (CIDR) of the API server.
   * @default - every network, at the ports of `apiServerPorts` alone
   */
  readonly apiServer?: readonly string[];
  /**
   * Ports of the API server. Network plugins compare the port of the API server itself, not that of the Service
   * `kubernetes` in front of it, and which of the two is not the same everywhere.
   * @default [443, 6443]
   */
  readonly apiServerPorts?: readonly number[];
}
