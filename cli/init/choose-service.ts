import { WrongUse } from '../wrong-use';
import type { ComposeFile } from './compose-file';
import { isInterlok } from './image';

/**
 * The name of the service that runs the adapter.
 *
 * @param wanted the one that was asked for
 * @throws WrongUse when it is not there, or when several could be it, or none
 */
export function chooseService(directory: string, { name, services }: ComposeFile, wanted?: string): string {
  const names = [...services.keys()];
  if (wanted !== undefined) {
    if (services.has(wanted)) return wanted;
    throw new WrongUse(`--service: got '${wanted}', expected a service of ${name}: ${names.join(', ')}`);
  }
  const found = names.filter((each) => isInterlok(directory, services.get(each) ?? {}));
  const [only, ...more] = found.length === 0 ? names : found;
  if (only !== undefined && more.length === 0) return only;
  const which = found.length === 0 ? 'none of its services is seen to run Interlok' : 'several services run Interlok';
  throw new WrongUse(`${name}: ${which}; name one by --service: ${(found.length === 0 ? names : found).join(', ')}`);
}
