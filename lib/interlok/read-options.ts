import type { OwnComponents } from './catalogue';
import type { LoggingOptions } from './files';

/** What the reader must know about the place where the configuration will run. */
export interface ReadOptions {
  /**
   * The Interlok release, `major.minor.patch`.
   * @default '5.0.1'
   */
  readonly release?: string;
  /**
   * Optional components that the image carries beyond the stock one: management components (`health-check`,
   * `jolokia`, `activemq`) and pre-processors (`xinclude`).
   * @default - the stock image
   */
  readonly components?: readonly string[];
  /**
   * False when the image has no web UI for the management Jetty to deploy.
   * @default true
   */
  readonly ui?: boolean;
  /**
   * Components of one's own that the image carries, as `scripts/catalogue/DescribeComponents.java` describes them.
   * @default - none
   */
  readonly ownComponents?: OwnComponents;
  /**
   * Modules that the image has beyond the stock one, by name: `interlok-json`. `any`: it is one whose modules nobody named, so
   * that it may have any public one, and jars of its own.
   * @default - the stock image
   */
  readonly modules?: readonly string[] | 'any';
  /**
   * Environment variables of the process. `undefined` as a value: it will be there, its value is not known.
   * @default - only what every pod has (HOSTNAME, PATH, HOME and the image's own)
   */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /**
   * True when variables of unknown name are provided too (a whole Secret or ConfigMap): no variable counts as unresolved then.
   * @default false
   */
  readonly openEnvironment?: boolean;
  /**
   * Files, by path below the directory, that will be there at run time without being on disk here.
   * @default - none
   */
  readonly externalFiles?: readonly string[];
  /**
   * False when the image is one of your own, which may have more in it than the published ones.
   * @default true
   */
  readonly stockImage?: boolean;
  /**
   * How many instances of the adapter run side by side.
   * @default 1
   */
  readonly instances?: number;
  /**
   * Adds a missing bootstrap.properties or log4j2.xml, and to an existing bootstrap.properties the missing keys that a pod needs.
   * @default true
   */
  readonly complete?: boolean;
  /**
   * What a log4j2.xml that is added logs, and how.
   * @default - see each field
   */
  readonly logging?: LoggingOptions;
  /**
   * True when the configuration is part of the image: nothing is completed, and nothing lands in a ConfigMap.
   * @default false
   */
  readonly bakedIn?: boolean;
  /**
   * Absolute paths of the directories that the process can write to, where the rest of its file system is read-only.
   * @default - every directory
   */
  readonly writable?: readonly string[];
  /**
   * Directories whose files outlive the process.
   * @default - none
   */
  readonly lasting?: readonly LastingDirectory[];
  /**
   * Looks for what works today, and will not in the next major release.
   * @default false
   */
  readonly strict?: boolean;
}

/** A directory whose files outlive the process. */
export interface LastingDirectory {
  /** Absolute. */
  readonly path: string;
  /** Whether every instance has the same files there, and not each its own. */
  readonly shared: boolean;
}
