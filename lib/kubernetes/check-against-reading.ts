import { type PropProblem, PropsError } from '../errors';
import type { Adapter } from '../interlok';
import type { ConfigMapItem } from './configuration';
import { collide, type InterlokProps } from './props';

/**
 * Checks the props that say something about the configuration, once that is read.
 * @param items The files of the ConfigMap; none when the image carries them
 * @throws PropsError - naming every field that does not fit
 */
export function checkAgainstReading(
  subject: string,
  { expose = [], secretFiles = [] }: InterlokProps,
  { listeners }: Adapter,
  items: readonly ConfigMapItem[],
): void {
  const ports = [...new Set(listeners.map(({ port }) => port))];
  const listening = ports.length === 0 ? 'it listens on none' : `it listens on ${ports.join(', ')}`;
  const ofPorts = expose.flatMap((port, index): PropProblem[] => {
    const expected = `a port that the adapter listens on: ${listening}`;
    return ports.includes(port) ? [] : [{ field: `expose[${index}]`, value: port, expected }];
  });
  const ofFiles = secretFiles.flatMap(({ path }, index): PropProblem[] => {
    const file = items.find((item) => collide(item.path, path));
    if (file === undefined) return [];
    const expected = `another place than that of '${file.path}', which is in the directory; take one of the two away`;
    return [{ field: `secretFiles[${index}].path`, value: path, expected }];
  });
  const problems = [...ofPorts, ...ofFiles];
  if (problems.length > 0) throw new PropsError(subject, problems);
}
