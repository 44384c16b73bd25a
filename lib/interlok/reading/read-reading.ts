import type { Finding } from '../../findings';
import { Catalogue } from '../catalogue';
import {
  type BootstrapProperties,
  completeConfiguration,
  type ConfigFile,
  pathOfConfigUrl,
  PropertiesFile,
  readConfigLayers,
} from '../files';
import {
  adapterOf,
  brokerFileUses,
  logFilesOf,
  processConnectionsOut,
  Components,
  connectionFinder,
  readChannels,
  readConnections,
  readConsumers,
  readFileUses,
  readListeners,
  readManagementJetty,
} from '../model';
import type { ReadOptions } from '../read-options';
import { defaultRelease, parseRelease } from '../releases';
import { processEnvironment } from '../variables';
import { findAdapterFile } from './adapter-file';
import { bootstrapFindings, bootstrapOf } from './bootstrap-file';
import { readBroker } from './broker-file';
import { readLogging } from './logging-file';
import { propertiesFindings } from './properties-findings';
import { readAdapterDocument, type ReadDocument, readPlainDocument } from './read-document';
import type { Reading } from './reading';

/** Reads everything that the rules and the model need. Never throws for what is on disk or is not. */
export function readReading(config: string | readonly string[], options: ReadOptions = {}): Reading {
  const release = parseRelease(options.release ?? '') ?? defaultRelease;
  const directories = typeof config === 'string' ? [config] : config;
  const disk = readConfigLayers(directories);
  const filesOnDisk = new Map(disk.files.map((file) => [file.path, file]));
  const shown = (path: string): string => disk.displayPath(path);

  const bootstrapOnDisk = bootstrapOf(filesOnDisk.get('bootstrap.properties'), shown, options);
  const adapterFile = findAdapterFile({ bootstrap: bootstrapOnDisk, disk, files: filesOnDisk, options });
  const adapterPath = adapterFile.path;

  const completing = options.complete !== false && options.bakedIn !== true && disk.files.length > 0;
  const completed = completing
    ? completeConfiguration({
        files: filesOnDisk,
        bootstrap: bootstrapOnDisk,
        adapterPath: adapterPath ?? 'adapter.xml',
        externalFiles: options.externalFiles ?? [],
        ...(options.logging && { logging: options.logging }),
      })
    : [];
  const byPath = new Map([...filesOnDisk, ...completed.map((file) => [file.path, file] as const)]);
  const files = [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const bootstrap = bootstrapOf(byPath.get('bootstrap.properties'), shown, options);

  const file = adapterPath === undefined ? undefined : filesOnDisk.get(adapterPath);
  const read: ReadDocument =
    file === undefined
      ? { findings: [] }
      : readAdapterDocument(file, { displayPath: shown, files: filesOnDisk, bootstrap, options });
  const root = read.root;
  const jettyXml = jettyXmlOf(bootstrap, filesOnDisk);
  const jettyDocument = jettyXml === undefined ? undefined : readPlainDocument(jettyXml, shown);
  const managementJetty = readManagementJetty(bootstrap, {
    release,
    ...(jettyDocument?.root === undefined ? {} : { configuration: jettyDocument.root }),
    environment: processEnvironment(options.environment),
  });
  const broker = readBroker(bootstrap, filesOnDisk, shown);
  const logging = readLogging({ bootstrap, files: byPath, options, shown });
  const components = new Components(catalogueOf(options), release);
  const channels = root === undefined ? [] : readChannels(root, components);
  const connections = root === undefined ? [] : readConnections(root, channels, components);
  const connectionOf = root === undefined ? () => undefined : connectionFinder(root, channels, components);
  const consumers = root === undefined ? [] : readConsumers(root, channels, connectionOf, components);
  const timeout = bootstrapOnDisk.get('operationTimeout');
  const listeners = readListeners(bootstrap, managementJetty, connections, consumers);

  // Concatenated: as arguments of a call, this many findings could overflow the stack.
  const findings: readonly Finding[] = [
    ...disk.findings,
    ...bootstrapFindings(bootstrapOnDisk, disk, shown),
    ...(disk.files.length > 0 ? adapterFile.findings : []),
    ...read.findings,
    ...(read.substitution?.variablesFiles ?? []).flatMap(({ properties }) =>
      properties === undefined ? [] : propertiesFindings(properties),
    ),
    ...(jettyDocument?.findings ?? []),
  ];

  const parsed = new Map<ConfigFile, PropertiesFile>();
  return {
    options,
    release,
    directories,
    files,
    filesOnDisk,
    leftOut: disk.leftOut,
    bootstrap,
    bootstrapOnDisk,
    ...(adapterPath === undefined ? {} : { adapterPath }),
    ...(root === undefined ? {} : { document: root }),
    ...(read.readSoFar === undefined ? {} : { readSoFar: read.readSoFar }),
    ...(read.afterRoot === undefined ? {} : { afterRoot: read.afterRoot }),
    ...(read.substitution === undefined ? {} : { substitution: read.substitution }),
    components,
    channels,
    connections,
    consumers,
    listeners,
    ...(managementJetty === undefined ? {} : { managementJetty }),
    connectionOf,
    logging,
    adapter: adapterOf({
      at: { file: shown(adapterPath ?? 'adapter.xml') },
      root,
      release,
      components,
      bootstrap,
      ...(timeout?.at.line === undefined ? {} : { operationTimeoutAt: timeout.at }),
      channels,
      listeners,
      logFiles: logFilesOf(logging.root),
      fileUses: [
        ...(root === undefined ? [] : readFileUses(root, components, channels)),
        ...(broker === undefined ? [] : brokerFileUses(broker)),
      ],
      processOut: processConnectionsOut({
        bootstrap,
        environment: options.environment ?? {},
        ...(logging.root === undefined ? {} : { logging: logging.root }),
        ...(logging.elsewhere === undefined ? {} : { loggingElsewhere: logging.elsewhere }),
      }),
      ui: options.ui !== false && managementJetty?.deploysUi === true,
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

/** The public classes, and those of one's own. */
function catalogueOf({ ownComponents }: ReadOptions): Catalogue {
  return ownComponents === undefined ? Catalogue.public : Catalogue.public.with(ownComponents);
}

/** The Jetty XML that `webServerConfigUrl` names, when the management Jetty uses it. */
function jettyXmlOf(bootstrap: BootstrapProperties, files: ReadonlyMap<string, ConfigFile>): ConfigFile | undefined {
  const url = bootstrap.hasComponent('jetty') ? bootstrap.get('webServerConfigUrl')?.value : undefined;
  const path = url === undefined ? undefined : pathOfConfigUrl(url);
  return path === undefined ? undefined : files.get(path);
}
