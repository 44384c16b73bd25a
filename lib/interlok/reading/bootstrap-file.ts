import { type Finding, finding } from '../../findings';
import {
  BootstrapProperties,
  type ConfigDirectory,
  type ConfigFile,
  fileRules,
  jvmOptionsIn,
  PropertiesFile,
} from '../files';
import type { ReadOptions } from '../read-options';
import { propertiesFindings } from './properties-findings';

/** A path as the user would type it. */
type Shown = (path: string) => string;

/**
 * The file of the published images: a configuration that is added to such an image leaves it there, unless it has its own.
 *
 * @see adaptris/docker-interlok
 */
const bootstrapOfImage = [
  'managementComponents=jetty:jmx',
  'adapterConfigUrl.0=file://localhost/./config/adapter.xml',
  'jmxserviceurl=service:jmx:jmxmp://localhost:5555',
].join('\n');

/** bootstrap.properties, with the JVM options that add to it; that of the image or empty when there is none on disk. */
export function bootstrapOf(file: ConfigFile | undefined, shown: Shown, options: ReadOptions): BootstrapProperties {
  const ofImage = file === undefined && options.bakedIn === true;
  const bytes = file?.bytes ?? Buffer.from(ofImage ? bootstrapOfImage : '');
  const properties = new PropertiesFile(shown('bootstrap.properties'), bytes, file !== undefined);
  return new BootstrapProperties(properties, jvmOptionsIn(options.environment ?? {}));
}

/** What is wrong with bootstrap.properties as a file. */
export function bootstrapFindings(
  bootstrap: BootstrapProperties,
  disk: ConfigDirectory,
  shown: Shown,
): readonly Finding[] {
  const path = 'bootstrap.properties';
  if (disk.directories.has(path)) {
    const text = { message: `'${path}' is a directory where a file should be`, hint: 'rename it' };
    return [finding(fileRules.fileUnreadable, { file: shown(path) }, text)];
  }
  return propertiesFindings(bootstrap.properties);
}
