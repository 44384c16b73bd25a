import type { Located } from '../../findings';
import { type BootstrapProperties, type ConfigFile, isFileUrl, pathOfConfigUrl, PropertiesFile } from '../files';
import { loggingOfProperties } from '../model';
import type { ReadOptions } from '../read-options';
import type { XmlElement } from '../xml';
import { readPlainDocument } from './read-document';

/** What configures log4j2. */
export interface Logging {
  /** Its configuration, as log4j2.xml would have it. @default - it is not in the directory, or malformed */
  readonly root?: XmlElement;
  /** True where the image's own file does, which has the root at TRACE on the console. */
  readonly ofImage: boolean;
  /** Where it is named, or begins, when it is not read here. @default - it is read, or there is none */
  readonly elsewhere?: Located;
}

/** Where log4j2 is looked for. */
export interface LoggingSources {
  readonly bootstrap: BootstrapProperties;
  /** What goes into the pod, by path. */
  readonly files: ReadonlyMap<string, ConfigFile>;
  readonly options: ReadOptions;
  readonly shown: (path: string) => string;
}

/** What needs a library that the published images do not have: log4j2 passes over such a file there. */
const ofLibrary = ['yaml', 'yml', 'json', 'jsn'];

/** Names that log4j2 looks for on the class path, in its order. */
const names = ['log4j2-test', 'log4j2'].flatMap((name) =>
  ['properties', ...ofLibrary, 'xml'].map((ending) => `${name}.${ending}`),
);

/** Reads the configuration of log4j2 that the pod will use. */
export function readLogging({ bootstrap, files, options, shown }: LoggingSources): Logging {
  const { bakedIn, environment = {}, externalFiles = [], stockImage } = options;
  const entry = bootstrap.getIgnoringCase('loggingConfigUrl');
  const ofProcess = ['log4j2.configurationFile', 'log4j.configurationFile'].flatMap(
    (name) => bootstrap.systemProperties.get(name) ?? [],
  );
  const ofVariable = 'LOG4J_CONFIGURATION_FILE' in environment ? [environment['LOG4J_CONFIGURATION_FILE'] ?? '?'] : [];
  const url = [entry?.value.trim() ?? '', ...ofProcess, ...ofVariable].find((each) => each !== '');
  const isRead = (name: string): boolean =>
    stockImage === false || !ofLibrary.some((ending) => name.endsWith(`.${ending}`));
  const found = names.find((name) => isRead(name) && (files.has(name) || externalFiles.includes(name)));
  const path = url === undefined ? found : (pathOfConfigUrl(url) ?? (files.has(url) ? url : undefined));
  if (path === undefined && url === undefined) return { ofImage: bakedIn === true };
  const file = path === undefined || externalFiles.includes(path) ? undefined : files.get(path);
  if (file === undefined || !/\.(?:xml|properties)$/.test(file.path)) {
    // A published image has no other; what is fetched by HTTP is known from its URL.
    const isThere = stockImage === false ? isFileUrl(url ?? '') : path !== undefined && externalFiles.includes(path);
    const at = entry?.valueAt ?? { file: shown(path ?? 'bootstrap.properties') };
    return { ofImage: false, ...(isThere ? { elsewhere: at } : {}) };
  }
  const root = file.path.endsWith('.xml')
    ? readPlainDocument(file, shown).root
    : loggingOfProperties(new PropertiesFile(shown(file.path), file.bytes).effective());
  return { ofImage: false, ...(root === undefined ? {} : { root }) };
}
