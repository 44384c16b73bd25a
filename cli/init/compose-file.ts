import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { LineCounter, parseDocument } from 'yaml';
import { UserError } from '../../lib';
import { interpolate } from './interpolate';
import { isMap, type YamlMap } from './yaml-values';

/** Docker Compose's own order. */
const NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'];

/** A docker-compose.yml, with the variables of the `.env` beside it in their places. */
export interface ComposeFile {
  /** The file's name, for example `docker-compose.yml`. */
  readonly name: string;
  readonly services: ReadonlyMap<string, YamlMap>;
}

/**
 * Reads the compose file of a directory.
 *
 * A variable that `.env` does not have stays as it is written, `${NAME}`: its value comes from outside.
 *
 * @returns undefined where there is none
 * @throws UserError when it is not YAML, or has no services
 */
export function readComposeFile(directory: string): ComposeFile | undefined {
  const name = NAMES.find((each) => existsSync(join(directory, each)));
  if (name === undefined) return undefined;
  const root = parseYaml(join(directory, name), name);
  const services = isMap(root) ? root['services'] : undefined;
  if (!isMap(services)) throw new UserError(`${name}: no services, which init would read; name another directory`);
  const variables = readVariables(join(directory, '.env'));
  const entries = Object.entries(services).map(([service, value]): [string, YamlMap] => {
    if (!isMap(value)) throw new UserError(`${name}: the service '${service}' has no settings`);
    return [service, interpolateAll(value, variables) as YamlMap];
  });
  return { name, services: new Map(entries) };
}

/** The variables in a file of `NAME=value` lines; none where there is no such file. */
export function readVariables(path: string): Readonly<Record<string, string>> {
  return existsSync(path) ? (parseEnv(readFileSync(path, 'utf8')) as Record<string, string>) : {};
}

function parseYaml(path: string, name: string): unknown {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { merge: true, lineCounter: lines, prettyErrors: false });
  const problems = document.errors.map(({ pos: [start], message }) => {
    const { line, col } = lines.linePos(start);
    return `${name}:${line}:${col}: ${message}; correct the YAML here`;
  });
  if (problems.length > 0) throw new UserError(problems.join('\n'));
  return document.toJS();
}

function interpolateAll(value: unknown, variables: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') return interpolate(value, variables);
  if (Array.isArray(value)) return value.map((each) => interpolateAll(each, variables));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, interpolateAll(each, variables)]));
}
