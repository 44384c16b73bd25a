import type { Adapter } from '../../interlok';
import { type InterlokProps, mostReplicas, Rollout, storageVolumes } from '../props';

/**
 * How the pods are replaced. One at a time where two of them would be in each other's way: for storage that one pod may
 * use, the new one would wait for the old one for ever; and two consumers of files would race for the same ones.
 */
export function rolloutOf(adapter: Adapter, props: InterlokProps): Rollout {
  if (props.rollout !== undefined) return props.rollout;
  const ofOnePod = storageVolumes(props).some((volume) => volume.ofOnePod);
  const consumesFiles = mostReplicas(props) === 1 && (adapter.fileUses ?? []).some(({ use }) => use === 'consumes');
  return ofOnePod || consumesFiles ? Rollout.RECREATE : Rollout.ROLLING;
}
