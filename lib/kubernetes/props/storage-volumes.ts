import { PersistentVolumeAccessMode } from 'cdk8s-plus-27';
import type { InterlokProps } from './interlok-props';
import type { InterlokStorage } from './storage';

/** The storage with everything that follows from what is said. */
export interface StorageVolume extends InterlokStorage {
  readonly name: string;
  /** Name of the volume in the pod. */
  readonly volumeName: string;
  readonly accessMode: PersistentVolumeAccessMode;
  /** Whether the container may write to it. */
  readonly writable: boolean;
  /** Whether it is one directory for one pod at a time. */
  readonly ofOnePod: boolean;
}

/** What the prop stands for. */
export function storageVolumes({ storage = [] }: Pick<InterlokProps, 'storage'>): readonly StorageVolume[] {
  return storage.map((each) => {
    const name = each.name ?? nameOf(each.path);
    const accessMode = each.accessMode ?? PersistentVolumeAccessMode.READ_WRITE_ONCE;
    return {
      ...each,
      name,
      volumeName: `storage-${name}`,
      accessMode,
      writable: accessMode !== PersistentVolumeAccessMode.READ_ONLY_MANY,
      ofOnePod: each.perPod !== true && OF_ONE_POD.includes(accessMode),
    };
  });
}

const OF_ONE_POD: readonly PersistentVolumeAccessMode[] = [
  PersistentVolumeAccessMode.READ_WRITE_ONCE,
  PersistentVolumeAccessMode.READ_WRITE_ONCE_POD,
];

function nameOf(path: string): string {
  return path
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
