import { type Finding, finding, type Located } from '../../findings';
import {
  BootstrapProperties,
  type ConfigDirectory,
  type ConfigFile,
  fileRules,
  jvmOptionsIn,
  PropertiesFile,
} from '../files';
import type { ReadOptions } from '../read-options';
import { readingRules } from './reading-rules';

/** A path as the user would type it. */
type Shown = (path: string) => string;

/** bootstrap.properties, with the JVM options that add to it; empty when there is none. */
export function bootstrapOf(file: ConfigFile | undefined, shown: Shown, options: ReadOptions): BootstrapProperties {
  const properties = new PropertiesFile(shown('bootstrap.properties'), file?.bytes ?? Buffer.alloc(0));
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
  return bootstrap.properties.malformed.map(malformedProperties);
}

/** Java refuses the file at this place. */
export function malformedProperties(at: Located): Finding {
  const message = 'four hexadecimal digits must follow \\u in a properties file';
  return finding(readingRules.malformedProperties, at, { message, hint: 'write \\\\u for a backslash and a u' });
}
