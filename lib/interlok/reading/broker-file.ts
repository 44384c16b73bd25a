import type { BootstrapProperties, ConfigFile } from '../files';
import type { XmlElement } from '../xml';
import { readPlainDocument } from './read-document';

/**
 * The root of the file that the component `artemis` takes from the class path, on which the directory is.
 * @see adaptris/interlok-artemis:src/main/java/com/adaptris/mgmt/artemis/ArtemisServerComponent.java
 */
export function readBroker(
  bootstrap: BootstrapProperties,
  files: ReadonlyMap<string, ConfigFile>,
  shown: (path: string) => string,
): XmlElement | undefined {
  if (!bootstrap.hasComponent('artemis')) return undefined;
  const file = files.get(bootstrap.get('activemq.config.filename')?.value ?? 'broker.xml');
  return file === undefined ? undefined : readPlainDocument(file, shown).root;
}
