import type { Size } from 'cdk8s';
import type { PersistentVolumeAccessMode } from 'cdk8s-plus-27';

/** A directory whose files outlive the pods: a PersistentVolumeClaim, and its place in the container. */
export interface InterlokStorage {
  /** Where the directory is in the container, for example `'/var/lib/orders'`. */
  readonly path: string;
  /**
   * How much it holds, in whole MiB. It may grow later, where the storage class allows that.
   * @default - none, with `existingClaim`; an error without
   */
  readonly size?: Size;
  /**
   * What the claim and the volume are called by, after the name of the adapter. It must not change: another name is another,
   * empty disk.
   * @default - from the path: `var-lib-orders` for `/var/lib/orders`
   */
  readonly name?: string;
  /**
   * Name of a StorageClass that exists in the cluster.
   * @default - the cluster's own default
   */
  readonly storageClassName?: string;
  /**
   * Who may use the directory at once. `READ_WRITE_ONCE` and `READ_WRITE_ONCE_POD` are for one pod, `READ_WRITE_MANY` for any
   * number where the storage class can do it. An existing `READ_ONLY_MANY` is mounted to be read.
   * @default PersistentVolumeAccessMode.READ_WRITE_ONCE
   */
  readonly accessMode?: PersistentVolumeAccessMode;
  /**
   * Name of a claim that exists, in place of one that the chart makes. `accessMode` says which one it has.
   * @default - the chart makes one
   */
  readonly existingClaim?: string;
  /**
   * A claim for each pod, which that pod finds again after a restart. The pods become those of a StatefulSet.
   * @default false
   */
  readonly perPod?: boolean;
}
