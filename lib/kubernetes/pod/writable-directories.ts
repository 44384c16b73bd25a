import type { Adapter } from '../../interlok';
import { type InterlokProps, storageVolumes } from '../props';

/** Where the process can write; the rest of the root file system is read-only. */
export function writableDirectories(
  { ui }: Pick<Adapter, 'ui'>,
  props: Pick<InterlokProps, 'storage'>,
): readonly string[] {
  const storage = storageVolumes(props).filter(({ writable }) => writable);
  return [
    '/tmp',
    '/opt/interlok/logs',
    ...(ui ? ['/opt/interlok/ui-resources'] : []),
    ...storage.map(({ path }) => path),
  ];
}
