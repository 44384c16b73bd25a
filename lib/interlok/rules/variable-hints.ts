import type { PreProcessor } from '../pre-processors';
import type { Reading } from '../reading';

/** The variables files of a configuration, listed or not: those that could have a variable. */
const variablesFile = /(?:^|\/)[^/]*variables[^/]*\.properties$/;

/** What would give a value to a variable: a file that is missing, one that is not listed, or a name that is not declared. */
export function hintFor(reading: Reading, name: string): string {
  const listed = reading.substitution?.variablesFiles ?? [];
  const missing = listed.find(({ state }) => state === 'missing');
  if (missing !== undefined)
    return `provide '${missing.path ?? missing.entry.value}', which bootstrap.properties names and which is not there, with '${name}' in it`;
  const paths = listed.map(({ path }) => path);
  const unlisted = filesWith(reading, name).find((path) => !paths.includes(path));
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

/** Variables files on disk that have a key of that name, the one with the plainest name first. */
function filesWith(reading: Reading, name: string): readonly string[] {
  return [...reading.filesOnDisk.values()]
    .filter((file) => variablesFile.test(file.path) && reading.propertiesOf(file).get(name) !== undefined)
    .map(({ path }) => path)
    .sort((a, b) => a.length - b.length);
}

const way: Readonly<Record<PreProcessor['kind'], (name: string) => readonly string[]>> = {
  environmentVariables: (name) => [`declare '${name}' as an environment variable in the props`],
  systemProperties: (name) => [`set sysprop.${name} in bootstrap.properties`],
  variableSubstitution: (name) => [`add '${name}' to a variables file`],
  other: () => [],
};
