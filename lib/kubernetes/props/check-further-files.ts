import { posix } from 'node:path';
import {
  checkEach,
  checkText,
  isObject,
  type PropProblem,
  required,
  unknownFields,
  type ValueCheck,
} from '../../errors';
import type { FurtherFile } from './further-file';
import { checkPlaces, collide } from './places';

/** Directories that something else is mounted at, or that the process needs as they are. */
const TAKEN: Readonly<Record<string, string>> = {
  '/opt/interlok/config': 'the configuration directory, where `config` puts files',
  '/opt/interlok/logs': 'the directory for logs, which starts empty',
  '/opt/interlok/ui-resources': 'the directory of the web UI',
  '/opt/interlok/trust-store': 'the directory for the file of `trustStore`',
  '/tmp': 'the directory for temporary files, which starts empty',
  '/proc': 'a directory of the kernel',
  '/sys': 'a directory of the kernel',
  '/dev': 'a directory of the kernel',
};

const EXAMPLE = '/opt/oracle/tnsnames.ora';

const checkFrom = required(checkText(/\S/, 'the path of a file or directory'), 'the path of a file or directory');

const checkFile: ValueCheck = (field, file) => {
  if (!isObject(file)) return [{ field, value: file, expected: 'an object with path and from' }];
  const { path, from } = file;
  return [
    ...checkPathInContainer(`${field}.path`, path),
    ...checkFrom(`${field}.from`, from),
    ...unknownFields(file, ['path', 'from'], `${field}.`),
  ];
};

/** An absolute path of a container that nothing else takes. */
export function checkPathInContainer(field: string, path: unknown, example = EXAMPLE): PropProblem[] {
  const isPath = typeof path === 'string' && path.startsWith('/') && path !== '/' && posix.normalize(path) === path;
  if (!isPath || path.endsWith('/') || path.includes(':'))
    return [{ field, value: path, expected: `an absolute path, for example '${example}'` }];
  const taken = Object.keys(TAKEN).find((directory) => collide(directory, path));
  if (taken === undefined) return [];
  return [{ field, value: path, expected: `another place than ${taken}, ${TAKEN[taken] ?? ''}` }];
}

/** Further files: each with a place of its own. */
export const checkFurtherFiles: ValueCheck = (field, files) => {
  const problems = checkEach(checkFile)(field, files);
  return problems.length > 0 || files === undefined ? problems : checkPlaces(field, files as readonly FurtherFile[]);
};
