import type { PropertyEntry } from './properties';
import type { UrlTarget } from './url-string';

/**
 * Whether there can be something in a pod where a URL leads that is not in the configuration directory: on a server, in a volume,
 * or in an image of one's own. Published images have nothing of the kind below their working directory.
 */
export function mayBeInPod(target: UrlTarget, stockImage = true): boolean {
  if (target.kind === 'remote') return true;
  return target.kind === 'file' && (!stockImage || !target.path.startsWith('/opt/interlok/'));
}

/** What a URL that leads out of the configuration directory is to Interlok, for messages. The URL may have a login in it. */
export function describeTarget({ key, value }: PropertyEntry, target: UrlTarget): string {
  switch (target.kind) {
    case 'remote':
      return `${key} leads to ${target.protocol}://${target.host}`;
    case 'unknown-protocol':
      return `${key} has the protocol '${target.protocol}', which Java does not know`;
    case 'file':
      return target.file.startsWith('/')
        ? `${key} leads to '${target.path}', outside of the configuration directory`
        : `to Interlok ${key} names the relative path '${target.file}', which is '${target.path}'`;
    case 'config':
      return `${key} leads to '${target.path}' in the configuration directory`;
    case 'nothing':
      return `${key} names no file: '${value}'`;
  }
}

/** Whether white space ends a value, which Java keeps and nobody sees. */
export function trailingBlank(value: string): boolean {
  return value !== value.trimEnd();
}
