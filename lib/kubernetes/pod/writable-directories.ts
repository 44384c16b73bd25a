import type { Adapter } from '../../interlok';
import { type InterlokProps, storageVolumes } from '../props';

/**
 * Where the process can write; the rest of the root file system is read-only.
 * @param adapter What is known of it; before it is read, only what every adapter can write to is said
 */
export function writableDirectories(
  props: Pick<InterlokProps, 'storage'>,
  adapter?: Pick<Adapter, 'ui'>,
): readonly string[] {
  const storage = storageVolumes(props).filter(({ writable }) => writable);
  return [
    '/tmp',
    '/opt/interlok/logs',
    ...(adapter?.ui === true ? ['/opt/interlok/ui-resources'] : []),
    ...storage.map(({ path }) => path),
  ];
}
