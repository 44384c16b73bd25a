import type { Rule } from '../../findings';
import { fatalRule, readerRule } from './rule-of-the-reader';

/** What is found while the files of the directory are read. */
export const fileRules = {
  directoryMissing: fatalRule(
    'directory-missing',
    'The configuration directory does not exist, is not a directory, or has no files in it.',
    'There is nothing to run.',
    'Name the directory that holds adapter.xml.',
  ),
  fileUnreadable: readerRule(
    'file-unreadable',
    'error',
    'A file or directory below the configuration directory cannot be read.',
    'It would be missing in the pod without a word.',
    'Give yourself permission to read it, mend the link, or take it out of the directory.',
  ),
  specialFile: readerRule(
    'special-file',
    'warning',
    'Something below the configuration directory is neither a file nor a directory (a socket, a pipe, a device), or is a link that leads in a circle.',
    'A ConfigMap holds files alone, so it is left out.',
    'Take it out of the directory.',
  ),
  layersCollide: fatalRule(
    'layers-collide',
    'Of two configuration directories that are laid over one another, one has a file where the other has a directory.',
    'A pod cannot have both at one path.',
    'Rename one of the two.',
  ),
} as const satisfies Readonly<Record<string, Rule>>;
