import { posix } from 'node:path';
import { EnvValue } from 'cdk8s-plus-27';
import {
  check,
  checkEach,
  checkText,
  isObject,
  type PropProblem,
  required,
  unknownFields,
  type ValueCheck,
} from '../../errors';
import { checkObjectName, FAITHFUL_TEXT, isFaithful } from '../../objects';
import type { SecretFile } from './interlok-props';
import { checkPlaces } from './places';
import { Variable, VariableSource } from './variable';

/** Names that /bin/sh, which starts the JVM, hands on: Kubernetes takes `-` and `.` too, the shell drops such a variable. */
const NAME = /^[_a-zA-Z][_a-zA-Z0-9]*$/;

/** Variables that /bin/sh sets itself before it starts the JVM. */
const OF_THE_SHELL: readonly string[] = ['_', 'IFS', 'OLDPWD', 'OPTIND', 'PPID', 'PWD'];

const checkKind = check(
  (value: unknown) => typeof value === 'string' || value instanceof Variable || value instanceof EnvValue,
  'text, Variable.fromSecret(…), Variable.fromConfigMap(…) or an EnvValue of cdk8s-plus',
);

/** A value, and for one that is text, that it survives the way through YAML. */
const checkVariable: ValueCheck = (field, value) =>
  typeof value === 'string' && !isFaithful(value)
    ? [{ field, value: JSON.stringify(value), expected: FAITHFUL_TEXT }]
    : checkKind(field, value);

const checkSource = check(
  (value: unknown) => value instanceof VariableSource,
  'VariableSource.fromSecret(…) or VariableSource.fromConfigMap(…)',
);

const checkKey = checkText(/^[-._a-zA-Z0-9]+$/, 'a key of a Secret: letters, digits, `-`, `_` and `.`', 253);

const SHELL_NAME =
  'a name of letters, digits and `_`, no digit first: the /bin/sh of the image drops others. ' +
  'A system property of that name is `-Dname=value` in jvmOptions, a variable of adapter.xml stands in variables.properties';

/** Variables of the image's entrypoint that would lead Interlok away from what was read here. */
const entrypointVariables: ReadonlyMap<string, { readonly isAlready: string; readonly because: string }> = new Map([
  [
    'INTERLOK_BASE',
    {
      isAlready: '/opt/interlok',
      because: 'the configuration is in /opt/interlok/config, and is looked for from /opt/interlok',
    },
  ],
  [
    'INTERLOK_OPTS',
    {
      isAlready: 'bootstrap.properties',
      because:
        'Interlok starts with the bootstrap.properties of the configuration directory; name the file so, and lay another directory over it for what differs',
    },
  ],
]);

/** Environment variables by their names. */
export const checkVariables: ValueCheck = (field, variables) => {
  if (variables === undefined) return [];
  if (!isObject(variables)) return [{ field, value: variables, expected: 'an object with the variables by name' }];
  return Object.entries(variables).flatMap(([name, value]): PropProblem[] => {
    const at = `${field}.${name}`;
    if (!NAME.test(name)) return [{ field: at, value: name, expected: SHELL_NAME }];
    if (OF_THE_SHELL.includes(name))
      return [{ field: at, value: name, expected: 'another name: /bin/sh sets this one itself' }];
    if (name === 'JVM_ARGS') {
      const expected =
        'not to be set: the heap follows from resources.memory, further options of the JVM go into jvmOptions';
      return [{ field: at, value, expected }];
    }
    const own = entrypointVariables.get(name);
    if (own !== undefined && value !== own.isAlready)
      return [{ field: at, value, expected: `not to be set: ${own.because}` }];
    return checkVariable(at, value);
  });
};

/** Secrets and ConfigMaps whose every key becomes a variable. */
export const checkSources = checkEach(checkSource);

/** Files from Secrets: each a good one, and no two in one place. */
export const checkSecretFiles: ValueCheck = (field, files) => {
  const problems = checkEach(checkSecretFile)(field, files);
  return problems.length > 0 || files === undefined ? problems : checkPlaces(field, files as readonly SecretFile[]);
};

const checkSecretFile: ValueCheck = (field, file) => {
  if (!isObject(file)) return [{ field, value: file, expected: 'an object with path and secretName' }];
  const { path, secretName } = file;
  const expected = "a path below the configuration directory, for example 'keys/server.p12'";
  return [
    ...required(checkObjectName, 'the name of a Secret')(`${field}.secretName`, secretName),
    ...(isPathBelow(path) ? [] : [{ field: `${field}.path`, value: path, expected }]),
    ...checkKey(`${field}.key`, file['key'] ?? (typeof path === 'string' ? posix.basename(path) : undefined)),
    ...unknownFields(file, ['path', 'secretName', 'key'], `${field}.`),
  ];
};

/** Kubernetes takes neither `..` as a part of a path nor a path that begins with two dots. */
function isPathBelow(path: unknown): boolean {
  if (typeof path !== 'string' || path.startsWith('..') || !isFaithful(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
