import type { ContainerProps } from 'cdk8s-plus-27';

/** What a container beside Interlok may say. */
interface FurtherContainer extends Omit<ContainerProps, 'name' | 'image' | 'restartPolicy'> {
  /** Unique in the pod; `interlok` is taken. */
  readonly name: string;
  /** With a tag or a digest. */
  readonly image: string;
  /**
   * Whether it connects to other systems: the NetworkPolicy lets the pod out then.
   * @default true
   */
  readonly connects?: boolean;
}

/**
 * A container that runs beside Interlok: a proxy to a database, an agent that fetches secrets. It gets the security
 * context of Interlok's own container where it says nothing itself, and small resources: 50 thousandths of a CPU, 128 MiB
 * of memory and 1 GiB of storage.
 */
export interface InterlokSidecar extends FurtherContainer {
  /**
   * Starts it before Interlok and its init containers, and ends it after them: a native sidecar, for which the cluster
   * must be Kubernetes 1.29 or newer. With a `startup` probe, the others wait until that has passed.
   * @default true
   */
  readonly startsFirst?: boolean;
}

/** A container that does its work and ends before Interlok starts; init containers run in the order of the list. */
export type InterlokInitContainer = Omit<
  FurtherContainer,
  'startup' | 'readiness' | 'liveness' | 'port' | 'portNumber' | 'ports'
>;
