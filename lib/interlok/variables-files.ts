import type { BootstrapProperties } from './bootstrap-properties';
import { displayPath } from './config-directory';
import type { ConfigFile } from './config-file';
import { pathOfConfigUrl } from './config-url';
import { PropertiesFile } from './properties';
import type { PropertyEntry } from './properties';
import type { ReadOptions } from './read-options';

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
  readonly directory: string;
  readonly files: ReadonlyMap<string, ConfigFile>;
  readonly bootstrap: BootstrapProperties;
  readonly options: ReadOptions;
}

/** The files that `variable-substitution.properties.url*` names, their keys sorted as strings; later ones win. */
export function variablesFiles({
  bootstrap,
  files,
  options,
  directory,
}: SubstitutionSources): readonly VariablesFile[] {
  return bootstrap.startingWith('variable-substitution.properties.url').map((entry): VariablesFile => {
    const path = pathOfConfigUrl(entry.value);
    if (path === undefined) return { entry, state: 'elsewhere' };
    const file = files.get(path);
    if (file !== undefined)
      return { entry, path, state: 'read', properties: new PropertiesFile(displayPath(directory, path), file.bytes) };
    return { entry, path, state: options.externalFiles?.includes(path) === true ? 'external' : 'missing' };
  });
}
