import type { k8s } from 'cdk8s-plus-27';
import type { PropProblem } from '../errors';
import type { HaproxyIngressControllerProps } from './haproxy-ingress-controller-props';
import type { ControllerSettings } from './settings';

/** A port of the container by its name. */
export interface NamedPort {
  readonly name: string;
  readonly number: number;
}

/** How one kind of probe asks, in seconds. */
export interface ProbeTiming {
  readonly initialDelay?: number;
  readonly period: number;
  readonly failureThreshold: number;
}

/** HAProxy's socket for commands, and the frontends that clients reach. */
export interface ControllerDrain {
  readonly socket: string;
  readonly frontends: readonly string[];
  /** How many processes HAProxy has when none of them is from before a reload. */
  readonly processes: number;
}

/** What sets one ingress controller apart from another; everything else the two share. */
export interface ControllerDescription {
  /** The repository of the controller, for messages. */
  readonly title: string;
  /** `app.kubernetes.io/name` of its objects. */
  readonly labelName: string;
  readonly image: { readonly repository: string; readonly tag: string };
  /** User and group of the image. */
  readonly userId: number;
  readonly groupId: number;
  /** Where the container listens for clients. */
  readonly http: NamedPort;
  readonly https: NamedPort;
  /** The container's other ports. */
  readonly otherPorts: readonly NamedPort[];
  /** Names of the environment variables that carry fields of the pod. */
  readonly podFields: readonly ('POD_NAME' | 'POD_NAMESPACE' | 'POD_IP')[];
  readonly healthzPort: number;
  readonly probes: Readonly<Partial<Record<'startup' | 'readiness' | 'liveness', ProbeTiming>>>;
  /** How HAProxy is told to take no more connections. */
  readonly drain: ControllerDrain;
  /**
   * Kernel settings of the pod, by name.
   * @default - those of the node
   */
  readonly sysctls?: Readonly<Record<string, string>>;
  /** Directories that must be writable and are empty in the image. */
  readonly scratchDirectories: readonly string[];
  /** Props that this controller cannot follow, each with the alternative. */
  readonly unsupported: Readonly<Partial<Record<keyof HaproxyIngressControllerProps, string>>>;
  /** Keys of the ConfigMap that props write, each with the prop; `config` must not. */
  readonly ownedConfigKeys: Readonly<Record<string, string>>;

  /** Where the metrics are, the first the one of HAProxy. */
  metricsPorts(settings: ControllerSettings): readonly NamedPort[];
  /** `spec.controller` of the IngressClass. */
  ingressClassController(settings: ControllerSettings): string;
  /** How long a pod takes at most from the start of the drain until it is gone, in seconds. */
  gracePeriodSeconds(settings: ControllerSettings): number;
  args(settings: ControllerSettings): string[];
  /** The ConfigMap; every value is a string. */
  configData(settings: ControllerSettings): Record<string, string>;
  /** What the controller may do in the whole cluster. */
  clusterRules(settings: ControllerSettings): k8s.PolicyRule[];
  /** What it may do in its own namespace; none when nothing more is needed. */
  namespaceRules(settings: ControllerSettings): k8s.PolicyRule[];
  /** Problems of props that this controller alone has. */
  check(name: string, props: HaproxyIngressControllerProps): PropProblem[];
}
