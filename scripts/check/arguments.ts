import { parseArgs } from 'node:util';
import { UserError } from '../../lib/errors/user-error';
import { readOwnComponents } from '../../lib/interlok/catalogue/own-components';
import { parseRelease } from '../../lib/interlok/releases/release';
import type { ReadOptions } from '../../lib/interlok/read-options';
import { type Format, formats } from './render';

/** What `npm run check` is to do. */
export interface CheckArguments {
  readonly format: Format;
  /** Configuration directories; none means the charts of main.ts, with their own props. */
  readonly directories: readonly string[];
  /** A composition root other than main.ts. */
  readonly main?: string;
  readonly options: ReadOptions;
  /** Ids of rules whose findings are dropped. */
  readonly silence: readonly string[];
}

/** How the command is used. */
export const usage = `Usage: npm run check -- [options] [main.ts | directory...]

Without a directory, checks what main.ts declares, with its props. With directories, checks these as the options say.

  --format ${formats.join('|')}   how findings are printed (text)
  --release X.Y.Z           Interlok release (5.0.1)
  --env NAME=VALUE          an environment variable of the pod; repeatable
  --env NAME                one whose value only the cluster knows
  --open-env                there are variables of unknown names too
  --component NAME          a component that the image has beyond the stock one; repeatable
  --own-components FILE     components of your own, described by DescribeComponents.java
  --file PATH               a file that a Secret puts into the directory; repeatable
  --replicas N              how many pods run side by side (1)
  --baked-in                the image has the configuration in it
  --as-is                   bootstrap.properties is not completed
  --silence RULE            drops the findings of a rule; repeatable

Exit codes: 0 no errors, 1 errors, 2 wrong use.
`;

const many = { type: 'string', multiple: true, default: [] as string[] } as const;

const known = {
  format: { type: 'string', default: 'text' },
  release: { type: 'string' },
  env: many,
  'open-env': { type: 'boolean' },
  component: many,
  'own-components': { type: 'string' },
  file: many,
  replicas: { type: 'string' },
  'baked-in': { type: 'boolean' },
  'as-is': { type: 'boolean' },
  silence: many,
} as const;

/**
 * Reads the command line.
 *
 * @throws UserError naming everything that is wrong with it
 */
export function readArguments(argv: readonly string[]): CheckArguments {
  const { values, positionals } = parsed(argv);
  const problems: string[] = [];
  const format = formats.find((name) => name === values.format);
  if (format === undefined) problems.push(`--format: got '${values.format}', expected one of ${formats.join(', ')}`);
  if (values.release !== undefined && parseRelease(values.release) === undefined)
    problems.push(`--release: got '${values.release}', expected a release such as 5.0.1`);
  const instances = Number(values.replicas ?? 1);
  if (!Number.isInteger(instances) || instances < 1 || values.replicas?.trim() === '')
    problems.push(`--replicas: got '${String(values.replicas)}', expected a whole number of at least 1`);
  for (const text of values.env.filter((one) => !/^[^=\s]+(=|$)/.test(one)))
    problems.push(`--env: got '${text}', expected NAME=VALUE or NAME`);

  const path = values['own-components'];
  const own = path === undefined ? undefined : readOwnComponents('--own-components', path);
  problems.push(
    ...(own?.problems ?? []).map(
      ({ field, value, expected }) => `${field}: got '${String(value)}', expected ${expected}`,
    ),
  );

  const [main] = positionals.filter((name) => name.endsWith('.ts'));
  const directories = positionals.filter((name) => name !== main);
  if (main !== undefined && directories.length > 0)
    problems.push(`'${main}' and directories cannot be checked together: check one, then the other`);
  if (directories.length === 0) problems.push(...onlyForDirectories(argv));
  if (format === undefined || problems.length > 0) throw new UserError(problems.join('\n'));
  return {
    format,
    directories,
    ...(main === undefined ? {} : { main }),
    silence: values.silence,
    options: {
      ...(values.release === undefined ? {} : { release: values.release }),
      components: values.component,
      ...(own?.components === undefined ? {} : { ownComponents: own.components }),
      environment: Object.fromEntries(values.env.map(variable)),
      openEnvironment: values['open-env'] === true,
      externalFiles: values.file,
      instances,
      complete: values['as-is'] !== true,
      bakedIn: values['baked-in'] === true,
    },
  };
}

function parsed(argv: readonly string[]): ReturnType<typeof parse> {
  try {
    return parse(argv);
  } catch (error) {
    // Node's own message names the argument, and on a second line how to pass one that starts with a hyphen.
    throw new UserError((error as Error).message.split('\n', 1)[0] ?? '');
  }
}

const parse = (argv: readonly string[]) => parseArgs({ args: [...argv], options: known, allowPositionals: true });

/** Options that would say what the props in main.ts say already. */
function onlyForDirectories(argv: readonly string[]): string[] {
  const given = Object.keys(known).filter((name) =>
    argv.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`)),
  );
  return given
    .filter((name) => name !== 'format')
    .map((name) => `--${name}: main.ts says this by its props; name a directory`);
}

function variable(text: string): readonly [string, string | undefined] {
  const equals = text.indexOf('=');
  return equals === -1 ? [text, undefined] : [text.slice(0, equals), text.slice(equals + 1)];
}
