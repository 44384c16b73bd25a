import { type PropProblem, PropsError } from '../errors';
import type { Adapter } from '../interlok';
import type { ConfigMapItem } from './configuration';
import { collide, type InterlokProps } from './props';
import { managementSites } from './traffic';

/**
 * Checks the props that say something about the configuration, once that is read.
 * @param items The files of the ConfigMap; none when the image carries them
 * @param ownLogging Whether the directory has a log4j2 configuration of its own
 * @throws PropsError - naming every field that does not fit
 */
export function checkAgainstReading(
  subject: string,
  { expose = [], managementRoutes = [], secretFiles = [], logging }: InterlokProps,
  adapter: Adapter,
  items: readonly ConfigMapItem[],
  ownLogging: boolean,
): void {
  const { listeners } = adapter;
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
  const managed = [...new Set(managementSites(adapter).map(({ name }) => name))];
  const ofRoutes = managementRoutes.flatMap((name, index): PropProblem[] => {
    const expected = `what the adapter has: ${managed.length === 0 ? 'nothing manages it over HTTP' : managed.join(', ')}`;
    return managed.includes(name) ? [] : [{ field: `managementRoutes[${index}]`, value: name, expected }];
  });
  const expected = 'no logging beside a log4j2 configuration in the directory: say it there, or take that file away';
  const ofLogging = logging !== undefined && ownLogging ? [{ field: 'logging', value: logging, expected }] : [];
  const problems = [...ofPorts, ...ofRoutes, ...ofFiles, ...ofLogging];
  if (problems.length > 0) throw new PropsError(subject, problems);
}
