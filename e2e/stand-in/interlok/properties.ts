import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'dot-properties';

/** What is read of bootstrap.properties. */
export interface Bootstrap {
  readonly adapterFile: string;
  /** With the default, true, a configuration that cannot be used ends the process with 0 and no message. */
  readonly quiet: boolean;
  readonly components: readonly string[];
  readonly jmxPort?: number;
  /** How leftover variables are taken, when environment variables are put in at all. */
  readonly variables: 'none' | 'lenient' | 'strict';
  /** Time that a stop may take, in milliseconds. */
  readonly operationTimeout: number;
}

const COMPONENTS = ['jmx', 'jetty'];

/** Reads the bootstrap properties; a directory without them has none, and then nothing is said. */
export function readBootstrap(directory: string): Bootstrap {
  const file = `${directory}/config/bootstrap.properties`;
  const properties = existsSync(file) ? (parse(readFileSync(file, 'utf8')) as Record<string, string>) : {};
  const jmxPort = /:(\d+)/.exec(properties['jmxserviceurl'] ?? '')?.[1];
  const preProcessors = (properties['preProcessors'] ?? '').split(':');
  const strict = (properties['environment-variables.impl'] ?? '').toUpperCase().startsWith('STRICT');
  return {
    adapterFile: fileOf(properties['adapterConfigUrl.0'] ?? properties['adapterConfigUrl'] ?? 'adapter.xml', directory),
    quiet: properties['startAdapterQuietly'] !== 'false',
    components: (properties['managementComponents'] ?? '').split(':').filter((name) => name !== ''),
    ...(jmxPort === undefined ? {} : { jmxPort: Number(jmxPort) }),
    variables: !preProcessors.includes('environmentVariables') ? 'none' : strict ? 'strict' : 'lenient',
    operationTimeout: Number(properties['operationTimeout'] ?? 120_000),
  };
}

/** Refuses management components whose jar the stock image does not have. */
export function checkComponents({ components }: Bootstrap): void {
  const missing = components.find((name) => !COMPONENTS.includes(name));
  if (missing !== undefined) throw new Error(`java.lang.ClassNotFoundException: ${missing}`);
}

/** `file://localhost/./config/adapter.xml` is below the directory that Interlok runs in. */
function fileOf(url: string, directory: string): string {
  const path = url.replace(/^file:(\/\/localhost)?\/?/, '');
  return path.startsWith('./') || !path.startsWith('/') ? `${directory}/${path}` : path;
}

/** Puts the environment variables in; `strict` refuses what is left over. */
export function putVariables(source: string, how: Bootstrap['variables'], env: NodeJS.ProcessEnv): string {
  if (how === 'none') return source;
  const result = source.replaceAll(/\$\{([^}]+)\}/g, (whole, name: string) => env[name] ?? whole);
  const left = /\$\{([^}]+)\}/.exec(result)?.[1];
  if (left !== undefined && how === 'strict') {
    // The misleading message is Interlok's own.
    throw new Error(`Could not read from/find XML configuration file; unresolved variable ${left}`);
  }
  return result;
}
