import type { Cpu, EnvValue, ImagePullPolicy } from 'cdk8s-plus-27';
import type { Duration, Size } from 'cdk8s';
import type { IngressOptions } from '../../haproxy';
import type { LoggingOptions } from '../../interlok';
import type { FurtherFile } from './further-file';
import type { InterlokAutoscaling } from './autoscaling';
import type { InterlokInitContainer, InterlokSidecar } from './further-containers';
import type { InterlokGateway } from './gateway';
import type { InterlokImage } from './interlok-image';
import type { ManagementRoute } from './management-route';
import type { Platform } from './platform';
import type { PodOptions } from './pod-options';
import type { Rollout } from './rollout';
import type { InterlokStorage } from './storage';
import type { TrustStore } from './trust-store';
import type { InterlokMetrics } from './metrics';
import type { Variable, VariableSource } from './variable';

/** Props of the `Interlok` construct. */
export interface InterlokProps {
  /**
   * The Interlok configuration directory, relative to the working directory, for example `'config'`. Several are laid over
   * one another, file by file, the later ones winning: `['config', 'environments/prod']`.
   */
  readonly config: string | readonly string[];
  /**
   * Name of every object, and the file name of a chart.
   * @default - the construct's id
   */
  readonly name?: string;
  /**
   * Further labels of every object and of the pods: an owner, a cost centre. Nothing is selected by them. A changed one rolls
   * the pods. Those that begin with `app.kubernetes.io/` are set by the chart.
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Further annotations of every object; those of the pods are `pod.annotations`, those for HAProxy `ingress.annotations`.
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * How many pods run; not beside `autoscaling`.
   * @default 2
   */
  readonly replicas?: number;
  /**
   * What changes the number of pods as the work comes, and within which limits.
   * @default - none: `replicas` is the number
   */
  readonly autoscaling?: InterlokAutoscaling;
  /**
   * The image: a published one by its full name, or `InterlokImage.custom(…)`.
   * @default 'adaptris/interlok:5.0.1-temurin'
   */
  readonly image?: InterlokImage | string;
  /**
   * The host name that the Ingress answers for; `ingress.hosts` takes several.
   * @default - every host
   */
  readonly host?: string;
  /**
   * How HAProxy balances, checks and guards the adapter; `false` leaves the Ingress out.
   * @default - the routes of the adapter, with the defaults of each option
   */
  readonly ingress?: IngressOptions | false;
  /**
   * A Gateway of the Gateway API that leads to the adapter, by an HTTPRoute in place of the Ingress. Of the ingress options
   * `hosts` and `paths` hold for it; one that only HAProxy knows is an error.
   * @default - none: an Ingress
   */
  readonly gateway?: InterlokGateway;
  /**
   * Environment variables: text, a key of a Secret or ConfigMap (`Variable`), or any `EnvValue` of cdk8s-plus. Text
   * arrives as it is written: `$(NAME)` and `$$`, which Kubernetes would replace, are escaped. In `EnvValue.fromValue`
   * they are not. Names have letters, digits and `_` alone, since the /bin/sh that starts the JVM drops others.
   * @default - only what the JVM needs
   */
  readonly env?: Readonly<Record<string, string | Variable | EnvValue>>;
  /**
   * Secrets and ConfigMaps whose every key becomes an environment variable. A key with a dot or a dash does not reach the
   * JVM: the /bin/sh that starts it drops such names.
   * @default - none
   */
  readonly envFrom?: readonly VariableSource[];
  /**
   * Files that stay out of the repository (a keystore, `variables-local.properties`, a `SEED:` file) and join the
   * configuration directory from Secrets that exist in the cluster.
   * @default - none
   */
  readonly secretFiles?: readonly SecretFile[];
  /**
   * Files that are put into the pods outside of the configuration directory, from a ConfigMap named by their content: a
   * `tnsnames.ora`, the data of a plug-in.
   * @default - none
   */
  readonly files?: readonly FurtherFile[];
  /**
   * Directories whose files outlive the pods: messages that a producer writes, state that a service keeps.
   * @default - none: what is written goes with the pod
   * @see docs/decisions/0019-storage.md
   */
  readonly storage?: readonly InterlokStorage[];
  /**
   * Certificate authorities that the adapter trusts, in place of the JDK's own.
   * @default - those of the JDK
   */
  readonly trustStore?: TrustStore;
  /**
   * What is logged, and how. Only where the configuration directory has no log4j2 configuration of its own.
   * @default - level INFO, a line of text for each event
   */
  readonly logging?: LoggingOptions;
  /**
   * The time zone of the adapter, for example `'Europe/London'`.
   * @default - that of the image, UTC
   */
  readonly timeZone?: string;
  /**
   * What kind of cluster the manifests are for.
   * @default Platform.KUBERNETES
   */
  readonly platform?: Platform;
  /**
   * What else is to be said of the pods: labels, nodes, name servers.
   * @default - nothing
   */
  readonly pod?: PodOptions;
  /**
   * What one pod may use.
   * @default - see each field
   */
  readonly resources?: InterlokResources;
  /**
   * Further options for the JVM, after those derived from the memory limit. None may contain a space. `$(NAME)` becomes
   * the value of a variable of `env` or `envFrom`, for example `-Ddb.password=$(DB_PASSWORD)`; the rest arrives as it is
   * written. The image splits the options at spaces once they are filled in, so such a value must not have one either.
   * @default - none
   */
  readonly jvmOptions?: readonly string[];
  /**
   * Containers that run beside Interlok, as long as it does.
   * @default - none
   */
  readonly sidecars?: readonly InterlokSidecar[];
  /**
   * Containers that do their work, one after another, before Interlok starts.
   * @default - none
   */
  readonly initContainers?: readonly InterlokInitContainer[];
  /**
   * Ports of the adapter, beside those of its HTTP consumers, that the Service offers too: 8080 for the web UI, 5555 for JMX.
   * Each must be one that the adapter listens on.
   * @default - none
   */
  readonly expose?: readonly number[];
  /**
   * What manages the adapter over HTTP and is to be reached through the Ingress all the same, by name. Anyone who reaches
   * the Ingress can use it: guard it with `ingress.basicAuth` or `ingress.allowList`.
   * @default - none: the Ingress leads to workflows alone
   */
  readonly managementRoutes?: readonly ManagementRoute[];
  /**
   * How a new version of the pods takes the place of the old one; not beside storage with `perPod`.
   * @default - Rollout.ROLLING; Rollout.RECREATE where two pods must not run at once: with storage for one pod, and for one
   * replica that consumes files
   */
  readonly rollout?: Rollout;
  /**
   * How pods leave.
   * @default - see each field
   */
  readonly drain?: InterlokDrain;
  /**
   * Adds what a pod needs to the configuration: a missing bootstrap.properties or log4j2.xml, and the keys
   * `adapterConfigUrl.0`, `startAdapterQuietly` and `operationTimeout` where an existing one lacks them.
   * @default true
   * @see docs/decisions/0005-completing-bootstrap-properties.md
   */
  readonly completeConfiguration?: boolean;
  /**
   * Ids of rules whose findings are left out; docs/rules.md lists them.
   * @default - none
   */
  readonly silence?: readonly string[];
  /**
   * Adds a NetworkPolicy that lets in what the Service offers and lets out what the adapter may need.
   * @default true
   */
  readonly networkPolicy?: boolean;
  /**
   * Watches the adapter: a PodMonitor and a PrometheusRule for the Prometheus operator, and a dashboard for Grafana. `true`
   * for the defaults of each.
   * @default false
   */
  readonly metrics?: InterlokMetrics | boolean;
  /**
   * Name of a PriorityClass that exists in the cluster.
   * @default - the cluster's own default
   */
  readonly priorityClassName?: string;
  /**
   * When a node asks the registry for the image again.
   * @default - ALWAYS for an image whose tag moves (`latest-…`, `floating`), IF_NOT_PRESENT for any other
   */
  readonly imagePullPolicy?: ImagePullPolicy;
  /**
   * Name of a Secret with credentials for the image's registry.
   * @default - none
   */
  readonly imagePullSecretName?: string;
}

/** A key of a Secret that becomes a file of the configuration directory. */
export interface SecretFile {
  /** Path below the configuration directory, for example `variables-local.properties` or `keys/server.p12`. */
  readonly path: string;
  /** Name of a Secret in the same namespace. */
  readonly secretName: string;
  /**
   * The key in the Secret.
   * @default - the last part of the path
   */
  readonly key?: string;
}

/** What one pod may use. */
export interface InterlokResources {
  /**
   * Memory, both requested and the limit; the JVM's heap is derived from it.
   * @default Size.mebibytes(512), or Size.mebibytes(1536) when the adapter runs the web UI
   */
  readonly memory?: Size;
  /**
   * CPU requested: the share that the pod gets when the node is busy.
   * @default Cpu.millis(100)
   */
  readonly cpuRequest?: Cpu;
  /**
   * CPU limit.
   * @default - none: a limit slows a starting JVM down even when the node is idle
   * @see docs/decisions/0006-no-cpu-limit.md
   */
  readonly cpuLimit?: Cpu;
  /**
   * Local storage for temporary files and logs, both requested and the limit, in whole GiB.
   * @default Size.gibibytes(1)
   */
  readonly ephemeralStorage?: Size;
}

/** How pods leave. */
export interface InterlokDrain {
  /**
   * How long a pod goes on serving after it was told to stop, in whole seconds: at least until no load balancer sends
   * to it any more, and as long as the longest request, for Interlok drops open connections when it stops.
   * @default Duration.seconds(15)
   */
  readonly preStop?: Duration;
  /**
   * Time from the start of the drain until Kubernetes kills the pod, in whole seconds.
   * @default - preStop and both phases of Interlok's shutdown (`operationTimeout` each), rounded up to ten seconds
   */
  readonly gracePeriod?: Duration;
}
