import { join as joinPath } from 'node:path';
import { readVariables } from './compose-file';
import { translateHaproxyVariable } from './haproxy-variables';
import { hasVariable } from './interpolate';
import { asRow, literal, noPlace, type Part } from './translation';
import { isMap, listOf, textOf, type YamlMap } from './yaml-values';

/** Names whose values belong into a Secret. */
const SECRET = /passw|secret|token|credential|private|api_?key|pwd/i;

/** A URL with a user and a password. */
const CREDENTIALS = /:\/\/[^/@\s]*:[^/@\s]+@/;

/** Environment variables of a service; undefined as a value: it comes from the shell. */
export type Environment = ReadonlyMap<string, string | undefined>;

/** The environment of a service, with that of its files; the service itself counts more. */
export function environmentOf(directory: string, service: YamlMap): Environment {
  const files = listOf(service['env_file']).map((file) => textOf(isMap(file) ? file['path'] : file) ?? '');
  const own = service['environment'];
  const entries = isMap(own)
    ? Object.entries(own).map(([name, value]): [string, string | undefined] => [name, textOf(value)])
    : listOf(own).map((text) => split(textOf(text) ?? ''));
  return new Map([...files.flatMap((file) => Object.entries(readVariables(joinPath(directory, file)))), ...entries]);
}

/** The variables but JVM_ARGS, which is a matter of memory. */
export function translateEnvironment(environment: Environment, name: string): readonly Part[] {
  const secretName = `${name}-environment`;
  const rest = [...environment].filter(([variable]) => variable !== 'JVM_ARGS');
  const parts = rest.map(([variable, value]) => translateVariable(variable, value, secretName));
  const secrets = rest.map(([variable]) => variable).filter((_, i) => parts[i]?.code?.startsWith('Variable.') === true);
  const props = rest.flatMap(([variable], i): [string, string][] => {
    const code = parts[i]?.code;
    return code === undefined ? [] : [[`env.${variable}`, code]];
  });
  const values = secrets.map((variable) => `--from-literal=${variable}=…`).join(' ');
  return [
    ...parts.map(({ part }) => part),
    { props: Object.fromEntries(props) },
    ...(secrets.length === 0
      ? []
      : [{ preparations: [`kubectl -n ${name} create secret generic ${secretName} ${values}`] }]),
  ];
}

/** A variable of the container, or none, where it was for the load balancer. */
function translateVariable(
  name: string,
  value: string | undefined,
  secretName: string,
): { readonly part: Part; readonly code?: string } {
  const setting = `environment.${name}`;
  const forHaproxy = translateHaproxyVariable(name, value ?? '');
  if (forHaproxy !== undefined) return { part: forHaproxy };
  if (!/^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name))
    return { part: asRow(setting, '', noPlace('it is no name of a variable')) };
  const isSecret = SECRET.test(name) || CREDENTIALS.test(value ?? '');
  if (value !== undefined && !isSecret && !hasVariable(value)) {
    const code = literal(value);
    return { part: asRow(setting, value, `env: { ${name}: ${code} }`), code };
  }
  const code = `Variable.fromSecret(${literal(secretName)}, ${literal(name)})`;
  const why = isSecret ? 'no secret in a manifest' : 'its value comes from outside';
  return { part: asRow(setting, isSecret ? '…' : (value ?? ''), `env: { ${name}: ${code} }; ${why}`), code };
}

function split(text: string): [string, string | undefined] {
  const equals = text.indexOf('=');
  return equals === -1 ? [text, undefined] : [text.slice(0, equals), text.slice(equals + 1)];
}
