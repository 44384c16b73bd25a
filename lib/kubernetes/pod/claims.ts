import { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { canonicalQuantity } from '../../objects';
import { type InterlokProps, type StorageVolume, storageVolumes } from '../props';

/** Tools that delete what is no longer in a repository leave alone what is marked so: the files would go with the claim. */
const KEPT = {
  'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
  'kustomize.toolkit.fluxcd.io/prune': 'disabled',
};

/** Props of a {@link StorageClaim}. */
export interface StorageClaimProps {
  readonly name: string;
  readonly labels: Record<string, string>;
  readonly volume: StorageVolume;
}

/** Asks the cluster for the storage of an adapter. */
export class StorageClaim extends k8s.KubePersistentVolumeClaim {
  public constructor(scope: Construct, id: string, { name, labels, volume }: StorageClaimProps) {
    super(scope, id, {
      metadata: { name: `${name}-${volume.name}`, labels, annotations: KEPT },
      spec: specOf(volume),
    });
  }
}

/**
 * What a StatefulSet makes the claims of its pods from. Labels that select alone, for nothing in it may ever change.
 */
export function claimTemplates(own: {
  readonly selectorLabels: Readonly<Record<string, string>>;
  readonly props: InterlokProps;
}): readonly k8s.KubePersistentVolumeClaimProps[] {
  return storageVolumes(own.props)
    .filter(({ perPod }) => perPod === true)
    .map((volume) => ({
      metadata: { name: volume.volumeName, labels: { ...own.selectorLabels } },
      spec: specOf(volume),
    }));
}

function specOf({ accessMode, size, storageClassName }: StorageVolume): k8s.PersistentVolumeClaimSpec {
  return {
    accessModes: [accessMode],
    ...(size && {
      resources: {
        requests: { storage: k8s.Quantity.fromString(canonicalQuantity(`${size.toMebibytes()}Mi`)) },
      },
    }),
    ...(storageClassName !== undefined && { storageClassName }),
    volumeMode: 'Filesystem',
  };
}
