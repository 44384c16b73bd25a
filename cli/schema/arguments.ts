import {
  defaultRelease,
  type EditorSchemaOptions,
  formatRelease,
  joinOwnComponents,
  knownRelease,
  readOwnComponents,
  unknownModules,
  unknownRelease,
} from '../../lib/interlok';
import { isPlaceForFile } from '../place-for-file';
import { WrongUse } from '../wrong-use';

/** Stands for all public modules. */
const ANY = 'any';

/** The options of `cdk8s-interlok schema`, as they are given. */
export interface SchemaOptions {
  readonly release?: string;
  readonly module?: readonly string[];
  readonly ownComponents?: readonly string[];
  readonly output?: string;
}

/**
 * Reads the command line.
 *
 * @throws WrongUse naming everything that is wrong with it
 */
export function readSchemaArguments(given: SchemaOptions): EditorSchemaOptions {
  const { release = formatRelease(defaultRelease), module: modules = [], ownComponents = [], output } = given;
  const named = modules.filter((name) => name !== ANY);
  const own = ownComponents.map((file) => readOwnComponents('--own-components', file));
  const wrong = [
    ...unknownRelease('--release', release),
    ...unknownModules('--module', named).map((problem) => ({ ...problem, field: '--module' })),
    ...own.flatMap(({ problems }) => problems),
    ...(output === undefined || isPlaceForFile(output)
      ? []
      : [{ field: '--output', value: output, expected: 'a file in a directory that is there' }]),
  ].map(({ field, value, expected }) => `${field}: got '${String(value)}', expected ${expected}`);
  if (wrong.length > 0) throw new WrongUse(wrong.join('\n'));
  const described = own.flatMap(({ components }) => components ?? []);
  return {
    release: knownRelease(release) ?? release,
    modules: modules.includes(ANY) ? ANY : modules,
    ...(described.length === 0 ? {} : { ownComponents: joinOwnComponents(described) }),
  };
}
