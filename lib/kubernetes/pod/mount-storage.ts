import { type ApiObject, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import { type InterlokProps, type StorageVolume, storageVolumes } from '../props';
import { because } from '../../origins';
import { StorageClaim } from './claims';

/** What {@link mountStorage} is told of the adapter. */
export interface StorageProps {
  readonly name: string;
  readonly labels: Record<string, string>;
  readonly props: Pick<InterlokProps, 'storage'>;
}

const POD = '/spec/template/spec';

/**
 * Mounts the storage into the first container, with a claim for what has none yet. By patches: a StatefulSet makes the
 * claims of its pods itself, of which cdk8s-plus-27 knows no volume; and on the others it writes a `readOnly: false`, which
 * the API server drops, so that `kubectl apply` would send it again each time.
 */
export function mountStorage(scope: Construct, workload: ApiObject, own: StorageProps): void {
  for (const volume of storageVolumes(own.props)) {
    const { path, volumeName, writable, perPod } = volume;
    const readOnly = writable ? {} : { readOnly: true };
    if (perPod !== true) {
      const persistentVolumeClaim = { claimName: claimOf(scope, volume, own), ...readOnly };
      workload.addJsonPatch(JsonPatch.add(`${POD}/volumes/-`, { name: volumeName, persistentVolumeClaim }));
    }
    const mount = { mountPath: path, name: volumeName, ...readOnly };
    workload.addJsonPatch(JsonPatch.add(`${POD}/containers/0/volumeMounts/-`, mount));
  }
}

function claimOf(scope: Construct, volume: StorageVolume, { name, labels }: StorageProps): string {
  if (volume.existingClaim !== undefined) return volume.existingClaim;
  const claim = new StorageClaim(scope, `claim-${volume.name}`, { name, labels, volume });
  const sources = [{ kind: 'prop', prop: 'storage' }] as const;
  because(claim, () => [
    { field: 'metadata.name', sources, why: `the name of the adapter, and that of the storage for ${volume.path}` },
    {
      field: 'metadata.annotations',
      sources,
      why: 'tools that delete what is no longer in a repository leave the files alone',
    },
    { field: 'spec', sources, why: 'what is asked of the cluster for it' },
  ]);
  return claim.name;
}
