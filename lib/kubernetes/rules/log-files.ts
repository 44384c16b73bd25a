import { posix } from 'node:path';
import { type Finding, finding, type Rule } from '../../findings';
import type { Adapter } from '../../interlok';

/** A log file where nothing can be written. */
export const logFileNotWritable: Rule = {
  id: 'log-file-not-writable',
  severity: 'warning',
  what: 'An appender of log4j2 writes its file to a directory that is read-only in the pod.',
  why: 'The root file system of the pod is read-only, and relative paths begin at `/opt/interlok`: log4j2 says once that it cannot open the file, and what the appender should have written is lost.',
  since: 'all',
  fix: 'Log to the console, which is what Kubernetes collects; or write to `logs/`, which is kept as long as the pod is, or to a directory of `storage`.',
};

/**
 * Finds the log files that would be written to read-only directories.
 * @param writable Absolute paths of the directories that can be written to
 */
export function findLogFiles({ logFiles = [] }: Adapter, writable: readonly string[]): Finding[] {
  return logFiles.flatMap((file): Finding[] => {
    const full = posix.resolve('/opt/interlok', file.path);
    if (writable.some((directory) => full.startsWith(`${directory}/`))) return [];
    const message = `the appender writes ${full}, in a read-only directory`;
    return [
      finding(logFileNotWritable, file, { message, hint: `log to the console, or to logs/${posix.basename(full)}` }),
    ];
  });
}
