import type { Located } from '../../findings';
import type { Release } from '../releases';

/** What a running Interlok would be, read from its configuration directory. Knows nothing of Kubernetes. */
export interface Adapter extends Located {
  /** The adapter's `<unique-id>`; the empty string where there is none (a finding says so). */
  readonly id: string;
  /** The Interlok release that the configuration was read for. */
  readonly release: Release;
  /** The Java version that the stock image of the release has. */
  readonly javaVersion: 8 | 11 | 17;
  /** Channels in the order of the file, those that do not start included. */
  readonly channels: readonly Channel[];
  /** Every socket that the adapter listens on, in the order in which Interlok opens them. */
  readonly listeners: readonly Listener[];
  /** Names from `managementComponents`, in order. */
  readonly managementComponents: readonly string[];
  /** How long Interlok waits for its start and, since 4.2.0, for its shutdown, in milliseconds. */
  readonly operationTimeoutMillis: number;
  /**
   * Where `operationTimeout` stands.
   * @default - nowhere on disk: it is Interlok's own default
   */
  readonly operationTimeoutAt?: Located;
  /**
   * Probe paths of the health-check component, on the management Jetty.
   * @default - the component is not enabled, or the release has no such paths
   */
  readonly health?: HealthCheck;
  /**
   * Where the component metrics-provider-prometheus answers, on the management Jetty.
   * @default - the component is not enabled
   */
  readonly metrics?: MetricsEndpoint;
  /**
   * Whether the adapter may open connections to other systems: `none` only when every component is known
   * to stay inside the process, `possible` otherwise.
   */
  readonly outbound: 'none' | 'possible';
  /** What may open connections to other systems, each once, in the order of the file; empty when nothing does. */
  readonly connectsOut: readonly ConnectsOut[];
  /**
   * Files that log4j2 has the process write, those aside whose paths are known at run time alone.
   * @default - none
   */
  readonly logFiles?: readonly LogFile[];
  /**
   * Files and directories that components work on, those of channels that do not start left out.
   * @default - none
   */
  readonly fileUses?: readonly FileUse[];
  /** Whether the management Jetty deploys the web UI that the stock image carries. */
  readonly ui: boolean;
}

/** Something that may open connections to other systems. */
export interface ConnectsOut extends Located {
  /** What it is: the alias of a component, or the name of a management component or pre-processor. */
  readonly component: string;
  /** Why it counts as such, for example `connects to other systems (jdbc)` or `is a component that nobody knows`. */
  readonly because: string;
}

/** A file that an appender of log4j2 writes, positioned at the appender. */
export interface LogFile extends Located {
  /** As it is written; relative paths begin at `/opt/interlok`. */
  readonly path: string;
}

/** A file or directory that a component works on, positioned at what names it. */
export interface FileUse extends Located {
  /** The alias of the component, for example `fs-producer`. */
  readonly component: string;
  /** The element that names it, for example `base-directory-url`. */
  readonly field: string;
  /**
   * What for: `consumes` takes files as messages, `writes` puts results there, `keeps` has state there that must outlive
   * the process, `buffers` what it needs for a moment.
   */
  readonly use: 'consumes' | 'writes' | 'keeps' | 'buffers';
  /**
   * The absolute path in the pod.
   * @default - known at run time alone
   */
  readonly path?: string;
}

/** The health-check component's two probe paths. */
export interface HealthCheck {
  /** The port of the management Jetty. */
  readonly port: number;
  /** For example `/workflow-health-check/alive`: always 200 while the component runs. */
  readonly alivePath: string;
  /** For example `/workflow-health-check/ready`: 200 once all channels and workflows are started, else 503. */
  readonly readyPath: string;
}

/** Where Prometheus reads the adapter's own metrics. */
export interface MetricsEndpoint {
  /** The port of the management Jetty. */
  readonly port: number;
  /** For example `/prometheus/metrics`. */
  readonly path: string;
}

/** A channel: a consume connection, a produce connection and the workflows between them. */
export interface Channel extends Located {
  /** @default - the channel has no `<unique-id>` */
  readonly id?: string;
  /** False when `<auto-start>` says so: such a channel opens no port. */
  readonly autoStart: boolean;
  readonly workflows: readonly Workflow[];
}

/** A workflow of a channel. */
export interface Workflow extends Located {
  /** @default - the workflow has no `<unique-id>` */
  readonly id?: string;
  /** The alias, for example `standard-workflow`, whatever form the file used. */
  readonly type: string;
  /**
   * How many messages it works on at once: one for a `standard-workflow`, the pool size for a `pooling-workflow`.
   * @default - not known
   */
  readonly concurrency?: number;
  /**
   * Alias of its consumer, for example `jetty-message-consumer`.
   * @default - it has none
   */
  readonly consumer?: string;
}

/** The protocol a listener speaks; `tcp` is any other, spoken by an optional component. */
export type Protocol = 'http' | 'https' | 'jmx' | 'tcp';

/** A socket that the adapter listens on, positioned at what configures it. */
export interface Listener extends Located {
  readonly protocol: Protocol;
  readonly port: number;
  /**
   * The alias of the connection or the name of the management component that opens it, for example
   * `jetty-http-connection`, `jetty` (the management Jetty), `jmx`, `jolokia`, `activemq`.
   */
  readonly component: string;
  /**
   * The address it binds.
   * @default - every interface
   */
  readonly host?: string;
  /** What consumers answer on it; empty on a listener that has none. On the management Jetty other servlets live beside them. */
  readonly routes: readonly Route[];
}

/** Which requests a servlet path takes. */
export type RouteMatch = 'exact' | 'prefix' | 'extension' | 'all';

/** A path that a consumer answers, positioned at its `<path>`. */
export interface Route extends Located {
  /** The servlet path as Interlok registers it: `/exact`, `/prefix/*`, `*.do`, `/*` or `/`. */
  readonly path: string;
  readonly match: RouteMatch;
  /**
   * HTTP methods that reach the workflow, upper case, in the order of the file.
   * @default - every method
   */
  readonly methods?: readonly string[];
  /**
   * How many requests its workflow runs at once.
   * @default - not known
   */
  readonly concurrency?: number;
  /**
   * What manages the adapter by it, in place of a workflow: `retry` for the endpoints of `retry-via-jetty`.
   * @default - a workflow answers
   */
  readonly manages?: 'retry';
  /** @default - outside any channel (`retry-via-jetty`), or the channel has no id */
  readonly channel?: string;
  /** @default - outside any workflow, or the workflow has no id */
  readonly workflow?: string;
}
