/** Changes of files for findings that have one right answer. */
export { type FixedFile, fixFile } from './fix-file';
