import type { Finding, Located } from '../../findings';
import type { BootstrapProperties, ConfigFile, PropertiesFile } from '../files';
import type {
  Adapter,
  ChannelSite,
  Components,
  ConnectionOfConsumer,
  ConnectionSite,
  ConsumerSite,
  ListenerSite,
  ManagementJetty,
} from '../model';
import type { ReadOptions } from '../read-options';
import type { Release } from '../releases';
import type { Substitution } from '../variables';
import type { XmlElement } from '../xml';
import type { Logging } from './logging-file';

/** Everything that was read, for the rules: what Interlok would see, and where each part of it stands. */
export interface Reading {
  readonly options: ReadOptions;
  readonly release: Release;
  /** The directories as the user named them, the later ones laid over the earlier ones. */
  readonly directories: readonly string[];
  /** What goes into the pod, sorted by path, completed files included. */
  readonly files: readonly ConfigFile[];
  /** What is on disk, by path. */
  readonly filesOnDisk: ReadonlyMap<string, ConfigFile>;
  /** Paths that exist on disk and never go into a pod. */
  readonly leftOut: ReadonlySet<string>;
  /** bootstrap.properties as the pod has it, completed keys included; empty when there is none. */
  readonly bootstrap: BootstrapProperties;
  /** bootstrap.properties as on disk; empty when there is none. */
  readonly bootstrapOnDisk: BootstrapProperties;
  /** Path below the directory of the adapter's file. @default - it is not in the directory */
  readonly adapterPath?: string;
  /** The root of the adapter, after substitution. @default - there is none, or it is malformed */
  readonly document?: XmlElement;
  /** Of a malformed document, what was read of its root before the problem. @default - it is well-formed, or nothing was */
  readonly readSoFar?: XmlElement;
  /** Where the first thing stands that follows the root of the adapter. @default - there is none */
  readonly afterRoot?: Located;
  /** @default - the adapter's file cannot be read as text */
  readonly substitution?: Substitution;
  /** What the elements of the adapter are, by the catalogue of the release. */
  readonly components: Components;
  readonly channels: readonly ChannelSite[];
  /** Every connection element that listens or would, in document order. */
  readonly connections: readonly ConnectionSite[];
  /** Every HTTP consumer in the document, those that do not start included. */
  readonly consumers: readonly ConsumerSite[];
  /** Every socket that opens, in order, those without a usable port included. */
  readonly listeners: readonly ListenerSite[];
  /** @default - the `jetty` component is not enabled */
  readonly managementJetty?: ManagementJetty;
  readonly connectionOf: ConnectionOfConsumer;
  /** What configures log4j2. */
  readonly logging: Logging;
  readonly adapter: Adapter;
  /** What the reader found by itself. */
  readonly findings: readonly Finding[];
  /** The path of a file as a user would type it. */
  readonly displayPath: (path: string) => string;
  /** A place for what belongs to a file as a whole. */
  fileAt(path: string): Located;
  /** A file on disk as properties; read once. */
  propertiesOf(file: ConfigFile): PropertiesFile;
}
