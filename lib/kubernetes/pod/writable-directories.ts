import type { Adapter } from '../../interlok';

/** Where the process can write; the rest of the root file system is read-only. */
export function writableDirectories({ ui }: Pick<Adapter, 'ui'>): readonly string[] {
  return ['/tmp', '/opt/interlok/logs', ...(ui ? ['/opt/interlok/ui-resources'] : [])];
}
