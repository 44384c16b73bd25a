import {
  type BootstrapProperties,
  type ConfigFile,
  onClassPath,
  PropertiesFile,
  type PropertyEntry,
  targetOf,
  type UrlTarget,
} from '../files';
import { parseBoolean } from '../java';
import type { ReadOptions } from '../read-options';

/** A `variable-substitution.properties.url` and what it names. */
export interface VariablesFile {
  readonly entry: PropertyEntry;
  readonly target: UrlTarget;
  /** The path below the directory. @default - it lies elsewhere */
  readonly path?: string;
  /**
   * `external`: it will be there at run time; `missing`: Interlok warns and goes on; `elsewhere`: outside of the directory, its
   * content is not known.
   */
  readonly state: 'read' | 'external' | 'missing' | 'elsewhere';
  /** @default - it is not `read` */
  readonly properties?: PropertiesFile;
}

/** What substitution takes its values from. */
export interface SubstitutionSources {
  /** The path of a file as a user would type it. */
  readonly displayPath: (path: string) => string;
  readonly files: ReadonlyMap<string, ConfigFile>;
  readonly bootstrap: BootstrapProperties;
  readonly options: ReadOptions;
}

/**
 * The files that `variable-substitution.properties.url*` names, their keys sorted as strings; later ones win. Each file once. What
 * is no file is looked for on the class path, which the configuration directory is a part of.
 *
 * @see adaptris/interlok-variable-substitution:src/main/java/com/adaptris/core/varsub/PropertyFileLoader.java
 */
export function variablesFiles({
  bootstrap,
  files,
  options,
  displayPath,
}: SubstitutionSources): readonly VariablesFile[] {
  const formatted = parseBoolean(bootstrap.get('variable-substitution.url.useHostname')?.value ?? '') === true;
  const isThere = (path: string): boolean => files.has(path) || options.externalFiles?.includes(path) === true;
  const last = new Map<string, VariablesFile>();
  for (const entry of bootstrap.startingWith('variable-substitution.properties.url')) {
    const target = targetOf(entry.value);
    const found = onClassPath(target);
    const path = target.kind === 'config' ? target.path : found !== undefined && isThere(found) ? found : undefined;
    // A file that is named again overrides all that it said before.
    const key = path ?? entry.key;
    last.delete(key);
    // With the name of the host in it, each pod has a file of its own.
    if (formatted && entry.value.includes('%')) last.set(key, { entry, target, state: 'elsewhere' });
    else
      last.set(key, { entry, target, ...(path === undefined ? {} : { path }), state: stateOf(path, files, options) });
  }
  return [...last.values()].map((named) => {
    const file = named.path === undefined ? undefined : files.get(named.path);
    if (file === undefined) return named;
    return { ...named, properties: new PropertiesFile(displayPath(file.path), file.bytes) };
  });
}

function stateOf(
  path: string | undefined,
  files: ReadonlyMap<string, ConfigFile>,
  options: ReadOptions,
): VariablesFile['state'] {
  if (path === undefined) return 'elsewhere';
  if (files.has(path)) return 'read';
  return options.externalFiles?.includes(path) === true ? 'external' : 'missing';
}
