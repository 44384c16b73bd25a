import { type ConfigFile, leftOutReason } from '../../files';
import type { Reading } from '../../reading';
import type { PreProcessor, VariableUse } from '../../variables';

/** Properties files that other parts of Interlok read. */
const otherProperties = /(?:^|\/)(?:bootstrap|log4j2?[^/]*)\.properties$/;

/** The byte order mark of UTF-8 as java.util.Properties reads it. */
const mark = '\u00ef\u00bb\u00bf';

/** What would give a value to a variable: a file that is missing, one that is not listed, or a name that is not declared. */
export function hintFor(reading: Reading, name: string, within?: VariableUse): string {
  const listed = reading.substitution?.variablesFiles ?? [];
  if (within?.by.kind === 'variableSubstitution')
    return `declare '${name}' in env, set -D${name}=… in jvmOptions, or add it to the variables file`;
  const marked = listed.find(({ properties }) => properties?.toldEncoding !== undefined);
  if (marked?.properties?.entries.some(({ key }) => key === `${mark}${name}`) === true)
    return `save '${marked.path ?? marked.entry.value}' without its byte order mark, which is a part of the key`;
  const missing = listed.find(({ state }) => state === 'missing');
  if (missing !== undefined) {
    const path = missing.path ?? missing.entry.value;
    const leftOut = leftOutReason(path, reading.leftOut);
    if (leftOut !== undefined) return `rename '${path}', which is ${leftOut}`;
    return `provide '${path}', which bootstrap.properties names and which is not there, with '${name}' in it`;
  }
  const unlisted = filesWith(reading, name).find((path) => listed.every((file) => file.path !== path));
  if (unlisted !== undefined) return `'${unlisted}' has it: ${listing(reading, unlisted)}`;
  const kinds = (reading.substitution?.runs ?? []).map(({ preProcessor }) => preProcessor.kind);
  const ways = kinds.flatMap((kind) => way[kind](name)).concat('correct the name');
  return [ways.slice(0, -1).join(', '), ways.at(-1)].filter((text) => text !== '').join(', or ');
}

/** What to do where no pre-processor would replace anything. */
export function hintWithoutPreProcessors(reading: Reading, name: string): string {
  const [file] = filesWith(reading, name);
  const { toldEncoding, file: bootstrap } = reading.bootstrapOnDisk.properties;
  if (toldEncoding !== undefined) return `save '${bootstrap}' without a byte order mark`;
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

/** Properties files on disk that have a key of that name, the one with the plainest name first. */
export function filesWith(reading: Reading, name: string): readonly string[] {
  let byName = paths.get(reading);
  if (byName === undefined) paths.set(reading, (byName = filesByVariable(reading)));
  return byName.get(name) ?? [];
}

function filesByVariable(reading: Reading): ReadonlyMap<string, readonly string[]> {
  const files = [...reading.filesOnDisk.values()].filter(isVariablesFile);
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

function isVariablesFile({ path }: ConfigFile): boolean {
  return path.endsWith('.properties') && !otherProperties.test(path);
}

const way: Readonly<Record<PreProcessor['kind'], (name: string) => readonly string[]>> = {
  environmentVariables: (name) => [`declare '${name}' in env`],
  systemProperties: (name) => [`set -D${name}=… in jvmOptions or sysprop.${name} in bootstrap.properties`],
  variableSubstitution: (name) => [`add '${name}' to a variables file`],
  other: () => [],
};
