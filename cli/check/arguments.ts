import {
  type OwnComponents,
  parseRelease,
  readOwnComponents,
  type ReadOptions,
  unknownModules,
} from '../../lib/interlok';
import { WrongUse } from '../wrong-use';
import { type Format, formats } from './formats';

/** Stands for all public modules, of an image whose modules nobody named. */
const ANY = 'any';

/** The options of `cdk8s-interlok check`, as they are given. */
export interface CheckOptions {
  readonly format: string;
  readonly release?: string;
  readonly env?: readonly string[];
  readonly openEnv?: boolean;
  readonly module?: readonly string[];
  readonly component?: readonly string[];
  readonly ownComponents?: string;
  readonly file?: readonly string[];
  readonly replicas?: string;
  readonly bakedIn?: boolean;
  readonly asIs?: boolean;
  readonly strict?: boolean;
  readonly watch?: boolean;
  readonly fix?: boolean;
  readonly write?: boolean;
  readonly silence?: readonly string[];
}

/** What `cdk8s-interlok check` is to do. */
export interface CheckArguments {
  readonly format: Format;
  /** Configuration directories; none means a composition root. */
  readonly directories: readonly string[];
  /**
   * The composition root.
   * @default - that of the project
   */
  readonly main?: string;
  readonly options: ReadOptions;
  /** Whether it checks again at every change. */
  readonly watch: boolean;
  /**
   * Whether the changes that put things right are shown, or written too.
   * @default - neither
   */
  readonly fix?: 'show' | 'write';
  /** Ids of rules whose findings are dropped. */
  readonly silence: readonly string[];
}

/**
 * Reads the command line.
 *
 * @param names what was given beside the options
 * @param given names of the options that were given
 * @param canRunMain whether a composition root can be checked here
 * @throws WrongUse naming everything that is wrong with it
 */
export function readArguments(
  names: readonly string[],
  given: CheckOptions,
  provided: readonly string[],
  canRunMain: boolean,
): CheckArguments {
  const [main] = names.filter((name) => name.endsWith('.ts'));
  const others = names.filter((name) => name !== main);
  const directories = others.length === 0 && !canRunMain ? ['config'] : others;
  const own =
    given.ownComponents === undefined ? { problems: [] } : readOwnComponents('--own-components', given.ownComponents);
  const format = formats.find((name) => name === given.format);
  const problems = [
    ...(format === undefined ? [`--format: got '${given.format}', expected one of ${formats.join(', ')}`] : []),
    ...problemsOfValues(given),
    ...own.problems.map(({ field, value, expected }) => `${field}: got '${String(value)}', expected ${expected}`),
    ...problemsOfMain(main, others, canRunMain),
    ...problemsOfFix(given, directories),
    ...problemsOfWatch(given, directories),
    ...(directories.length === 0 ? onlyForDirectories(provided) : []),
  ];
  if (format === undefined || problems.length > 0) throw new WrongUse(problems.join('\n'));
  const options = readOptions(given, own.components);
  return {
    format,
    directories,
    ...(main === undefined ? {} : { main }),
    watch: given.watch === true,
    ...(given.fix === true ? { fix: given.write === true ? 'write' : 'show' } : {}),
    silence: given.silence ?? [],
    options,
  };
}

function problemsOfWatch({ watch, fix, format }: CheckOptions, directories: readonly string[]): string[] {
  if (watch !== true) return [];
  if (fix === true) return ['--watch: it writes nothing; put things right by --fix --write first'];
  if (format !== 'text') return [`--watch: got --format ${format}, expected text, which people read`];
  return directories.length === 0
    ? ['--watch: name the directory to be watched; in a clone, npm run watch watches main.ts']
    : [];
}

function problemsOfFix({ fix, write, format }: CheckOptions, directories: readonly string[]): string[] {
  if (fix !== true) return write === true ? ['--write: it writes what --fix shows; say both'] : [];
  if (format !== 'text') return [`--fix: got --format ${format}, expected text, which is what a diff is`];
  return directories.length === 0 ? ['--fix: name the directory whose files are to be changed'] : [];
}

function problemsOfValues({ release, replicas, env = [], module: modules = [] }: CheckOptions): string[] {
  const problems: string[] = [];
  if (release !== undefined && parseRelease(release) === undefined)
    problems.push(`--release: got '${release}', expected a release such as 5.0.1`);
  if (replicas !== undefined && !/^0*[1-9]\d{0,8}$/.test(replicas))
    problems.push(`--replicas: got '${replicas}', expected a whole number of at least 1`);
  for (const text of env.filter((one) => !/^[^=\s]+(=|$)/.test(one)))
    problems.push(`--env: got '${text}', expected NAME=VALUE or NAME`);
  for (const { value, expected } of unknownModules(
    '--module',
    modules.filter((name) => name !== ANY),
  ))
    problems.push(`--module: got '${String(value)}', expected ${expected}`);
  return problems;
}

function problemsOfMain(main: string | undefined, others: readonly string[], canRunMain: boolean): string[] {
  if (main === undefined) return [];
  if (!canRunMain) return [`'${main}' is checked when it is synthesized: cdk8s synth; name a configuration directory`];
  if (others.length > 0) return [`'${main}' and directories cannot be checked together: check one, then the other`];
  return [];
}

/** Options that would say what the props in main.ts say already. */
function onlyForDirectories(provided: readonly string[]): string[] {
  return provided
    .filter((name) => !['format', 'watch', 'fix', 'write'].includes(name))
    .map((name) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`)
    .map((option) => `${option}: main.ts says this by its props; name a directory`);
}

function readOptions(given: CheckOptions, ownComponents: OwnComponents | undefined): ReadOptions {
  return {
    ...(given.release === undefined ? {} : { release: given.release }),
    ...(given.module === undefined ? {} : { modules: given.module.includes(ANY) ? ANY : given.module }),
    components: given.component ?? [],
    ...(ownComponents === undefined ? {} : { ownComponents }),
    environment: Object.fromEntries((given.env ?? []).map(variable)),
    openEnvironment: given.openEnv === true,
    externalFiles: given.file ?? [],
    ...(given.replicas === undefined ? {} : { instances: Number(given.replicas) }),
    complete: given.asIs !== true,
    bakedIn: given.bakedIn === true,
    strict: given.strict === true,
  };
}

function variable(text: string): readonly [string, string | undefined] {
  const equals = text.indexOf('=');
  return equals === -1 ? [text, undefined] : [text.slice(0, equals), text.slice(equals + 1)];
}
