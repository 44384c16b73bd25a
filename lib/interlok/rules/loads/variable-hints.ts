import type { Reading } from '../../reading';
import type { PreProcessor } from '../../variables';

/** The variables files of a configuration, listed or not: those that could have a variable. */
const variablesFile = /(?:^|\/)[^/]*variables[^/]*\.properties$/;

/** What would give a value to a variable: a file that is missing, one that is not listed, or a name that is not declared. */
export function hintFor(reading: Reading, name: string): string {
  const listed = reading.substitution?.variablesFiles ?? [];
  const missing = listed.find(({ state }) => state === 'missing');
  if (missing !== undefined)
    return `provide '${missing.path ?? missing.entry.value}', which bootstrap.properties names and which is not there, with '${name}' in it`;
  const unlisted = filesWith(reading, name).find((path) => listed.every((file) => file.path !== path));
  if (unlisted !== undefined) return `'${unlisted}' has it: ${listing(reading, unlisted)}`;
  const kinds = (reading.substitution?.runs ?? []).map(({ preProcessor }) => preProcessor.kind);
  const ways = kinds.flatMap((kind) => way[kind](name)).concat('correct the name');
  return [ways.slice(0, -1).join(', '), ways.at(-1)].filter((text) => text !== '').join(', or ');
}

/** What to do where no pre-processor would replace anything. */
export function hintWithoutPreProcessors(reading: Reading, name: string): string {
  const [file] = filesWith(reading, name);
  return file === undefined
    ? `add preProcessors=environmentVariables to ${reading.bootstrap.properties.file}`
    : `'${file}' has it: ${listing(reading, file)}`;
}

function listing({ bootstrap }: Reading, path: string): string {
  const substituting = bootstrap.preProcessors.some(({ name }) => /^(?:variableSubstitution|varsub)$/.test(name));
  const enabling = substituting ? '' : 'preProcessors=variableSubstitution and ';
  return `add ${enabling}variable-substitution.properties.url=file://localhost/./config/${path} to ${bootstrap.properties.file}`;
}

const paths = new WeakMap<Reading, ReadonlyMap<string, readonly string[]>>();

/** Variables files on disk that have a key of that name, the one with the plainest name first. */
function filesWith(reading: Reading, name: string): readonly string[] {
  let byName = paths.get(reading);
  if (byName === undefined) paths.set(reading, (byName = filesByVariable(reading)));
  return byName.get(name) ?? [];
}

function filesByVariable(reading: Reading): ReadonlyMap<string, readonly string[]> {
  const files = [...reading.filesOnDisk.values()].filter(({ path }) => variablesFile.test(path));
  const byName = new Map<string, string[]>();
  for (const file of files.sort((a, b) => a.path.length - b.path.length)) {
    for (const { key } of reading.propertiesOf(file).effective()) {
      const others = byName.get(key);
      if (others === undefined) byName.set(key, [file.path]);
      else others.push(file.path);
    }
  }
  return byName;
}

const way: Readonly<Record<PreProcessor['kind'], (name: string) => readonly string[]>> = {
  environmentVariables: (name) => [`declare '${name}' as an environment variable in the props`],
  systemProperties: (name) => [`set sysprop.${name} in bootstrap.properties`],
  variableSubstitution: (name) => [`add '${name}' to a variables file`],
  other: () => [],
};
