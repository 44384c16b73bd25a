import { type Finding, finding, type Located } from '../../findings';
import {
  BootstrapProperties,
  completeConfiguration,
  type ConfigDirectory,
  type ConfigFile,
  displayPath,
  fileRules,
  jvmOptionsIn,
  pathOfConfigUrl,
  PropertiesFile,
  readConfigDirectory,
} from '../files';
import {
  adapterOf,
  connectionFinder,
  readChannels,
  readConnections,
  readConsumers,
  readListeners,
  readManagementJetty,
} from '../model';
import type { ReadOptions } from '../read-options';
import { defaultRelease, parseRelease } from '../releases';
import { processEnvironment } from '../variables';
import { readAdapterDocument, type ReadDocument, readPlainDocument } from './read-document';
import type { Reading } from './reading';
import { readingRules } from './reading-rules';

/** Reads everything that the rules and the model need. Never throws for what is on disk or is not. */
export function readReading(directory: string, options: ReadOptions = {}): Reading {
  const release = parseRelease(options.release ?? '') ?? defaultRelease;
  const disk = readConfigDirectory(directory);
  const filesOnDisk = new Map(disk.files.map((file) => [file.path, file]));
  const shown = (path: string): string => displayPath(directory, path);

  const bootstrapOnDisk = bootstrapOf(filesOnDisk.get('bootstrap.properties'), shown, options);
  const adapterPath = adapterPathOf(bootstrapOnDisk, filesOnDisk);

  const completing = options.complete !== false && options.bakedIn !== true && disk.files.length > 0;
  const completed = completing
    ? completeConfiguration({
        files: filesOnDisk,
        bootstrap: bootstrapOnDisk,
        adapterPath: adapterPath ?? 'adapter.xml',
        externalFiles: options.externalFiles ?? [],
      })
    : [];
  const byPath = new Map([...filesOnDisk, ...completed.map((file) => [file.path, file] as const)]);
  const files = [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const bootstrap = bootstrapOf(byPath.get('bootstrap.properties'), shown, options);

  const file = adapterPath === undefined ? undefined : filesOnDisk.get(adapterPath);
  const read: ReadDocument =
    file === undefined
      ? { findings: [] }
      : readAdapterDocument(file, { directory, files: filesOnDisk, bootstrap, options });
  const root = read.root;
  const jettyXml = jettyXmlOf(bootstrap, filesOnDisk);
  const jettyDocument = jettyXml === undefined ? undefined : readPlainDocument(jettyXml, directory);
  const managementJetty = readManagementJetty(bootstrap, {
    release,
    ...(jettyDocument?.root === undefined ? {} : { configuration: jettyDocument.root }),
    environment: processEnvironment(options.environment),
  });
  const channels = root === undefined ? [] : readChannels(root);
  const connections = root === undefined ? [] : readConnections(root, channels);
  const connectionOf = root === undefined ? () => undefined : connectionFinder(root, channels);
  const consumers = root === undefined ? [] : readConsumers(root, channels, connectionOf, release);
  const listeners = readListeners(bootstrap, managementJetty, connections, consumers);

  // Concatenated: as arguments of a call, this many findings could overflow the stack.
  const findings: readonly Finding[] = [
    ...disk.findings,
    ...bootstrapFindings(bootstrapOnDisk, disk, shown),
    ...(disk.files.length > 0 && adapterPath === undefined ? [adapterMissing(bootstrapOnDisk, disk, shown)] : []),
    ...read.findings,
    ...(read.substitution?.variablesFiles ?? []).flatMap(({ properties }) =>
      (properties?.malformed ?? []).map(malformedProperties),
    ),
    ...(jettyDocument?.findings ?? []),
  ];

  const parsed = new Map<ConfigFile, PropertiesFile>();
  return {
    options,
    release,
    directory,
    files,
    filesOnDisk,
    bootstrap,
    bootstrapOnDisk,
    ...(adapterPath === undefined ? {} : { adapterPath }),
    ...(root === undefined ? {} : { document: root }),
    ...(read.substitution === undefined ? {} : { substitution: read.substitution }),
    channels,
    connections,
    consumers,
    listeners,
    ...(managementJetty === undefined ? {} : { managementJetty }),
    connectionOf,
    adapter: adapterOf({
      at: { file: shown(adapterPath ?? 'adapter.xml') },
      root,
      release,
      bootstrap,
      channels,
      listeners,
      ui: managementJetty?.deploysUi ?? false,
    }),
    findings,
    displayPath: shown,
    fileAt: (path) => ({ file: shown(path) }),
    propertiesOf: (of) => {
      const properties = parsed.get(of) ?? new PropertiesFile(shown(of.path), of.bytes);
      parsed.set(of, properties);
      return properties;
    },
  };
}

type Shown = (path: string) => string;
type Files = ReadonlyMap<string, ConfigFile>;

function bootstrapOf(file: ConfigFile | undefined, shown: Shown, options: ReadOptions): BootstrapProperties {
  const properties = new PropertiesFile(shown('bootstrap.properties'), file?.bytes ?? Buffer.alloc(0));
  return new BootstrapProperties(properties, jvmOptionsIn(options.environment ?? {}));
}

function bootstrapFindings(bootstrap: BootstrapProperties, disk: ConfigDirectory, shown: Shown): readonly Finding[] {
  const path = 'bootstrap.properties';
  if (disk.directories.has(path)) {
    const text = { message: `'${path}' is a directory where a file should be`, hint: 'rename it' };
    return [finding(fileRules.fileUnreadable, { file: shown(path) }, text)];
  }
  return bootstrap.properties.malformed.map(malformedProperties);
}

function malformedProperties(at: Located): Finding {
  const message = 'four hexadecimal digits must follow \\u in a properties file';
  return finding(readingRules.malformedProperties, at, { message, hint: 'write \\\\u for a backslash and a u' });
}

/** The first of the adapter's URLs that names a file in the directory; adapter.xml where none does. */
function adapterPathOf(bootstrap: BootstrapProperties, files: Files): string | undefined {
  for (const { value } of bootstrap.adapterConfigUrls) {
    const path = pathOfConfigUrl(value);
    if (path !== undefined && files.has(path)) return path;
  }
  const inside = bootstrap.adapterConfigUrls.some(({ value }) => pathOfConfigUrl(value) !== undefined);
  return !inside && files.has('adapter.xml') ? 'adapter.xml' : undefined;
}

function adapterMissing(bootstrap: BootstrapProperties, disk: ConfigDirectory, shown: Shown): Finding {
  const primary = bootstrap.adapterConfigUrls[0];
  const path = primary === undefined ? undefined : pathOfConfigUrl(primary.value);
  const name = path ?? 'adapter.xml';
  const what = disk.directories.has(name) ? 'is a directory where a file should be' : 'is not in the directory';
  if (primary !== undefined && path !== undefined) {
    const hint =
      bootstrap.startingWith('vcs.workingcopy.url').length > 0
        ? 'add a checkout: version control cannot make one in a read-only directory'
        : 'add the file, or correct the URL';
    return finding(readingRules.adapterMissing, primary.valueAt, {
      message: `'${path}', which ${primary.key} names, ${what}`,
      hint,
    });
  }
  const hint = 'add it, or name another directory';
  return finding(readingRules.adapterMissing, { file: shown(name) }, { message: `'${name}' ${what}`, hint });
}

/** The Jetty XML that `webServerConfigUrl` names, when the management Jetty uses it. */
function jettyXmlOf(bootstrap: BootstrapProperties, files: Files): ConfigFile | undefined {
  const url = bootstrap.hasComponent('jetty') ? bootstrap.get('webServerConfigUrl')?.value : undefined;
  const path = url === undefined ? undefined : pathOfConfigUrl(url);
  return path === undefined ? undefined : files.get(path);
}
