import {
  type BootstrapProperties,
  type ConfigFile,
  pathOfConfigUrl,
  PropertiesFile,
  type PropertyEntry,
} from '../files';
import type { ReadOptions } from '../read-options';

/** A `variable-substitution.properties.url` and what it names. */
export interface VariablesFile {
  readonly entry: PropertyEntry;
  /** The path below the directory. @default - it lies elsewhere */
  readonly path?: string;
  /** `external`: it will be there at run time; `missing`: Interlok warns and goes on. */
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

/** The files that `variable-substitution.properties.url*` names, their keys sorted as strings; later ones win. Each file once. */
export function variablesFiles({
  bootstrap,
  files,
  options,
  displayPath,
}: SubstitutionSources): readonly VariablesFile[] {
  const last = new Map<string, VariablesFile>();
  for (const entry of bootstrap.startingWith('variable-substitution.properties.url')) {
    const path = pathOfConfigUrl(entry.value);
    // A file that is named again overrides all that it said before.
    const key = path ?? entry.key;
    last.delete(key);
    last.set(key, { entry, ...(path === undefined ? {} : { path }), state: stateOf(path, files, options) });
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
