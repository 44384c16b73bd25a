import { posix } from 'node:path';
import { type Finding, finding, type Rule } from '../../findings';
import { type Adapter, type JvmOption, lastOption } from '../../interlok';

/** A file where nothing can be written. */
export const jvmFileNotWritable: Rule = {
  id: 'jvm-file-not-writable',
  severity: 'error',
  what: 'An option of the JVM has it write a file (a log of the garbage collector, a heap dump, a flight recording) to a directory that is read-only.',
  why: 'The root file system of the pod is read-only, and relative paths begin at `/opt/interlok`. The JVM does not start when it cannot open such a log or recording; a heap dump is lost when it is needed, which is a warning.',
  since: 'all',
  fix: 'Write to `logs/` or to `/tmp`; both are kept as long as the pod is, and hold 256 MiB. What must outlive the pod goes to a directory of `storage`.',
};

/** Where the process can write, beside what is mounted for the purpose. */
const HOME = '/opt/interlok';

interface WrittenFile {
  readonly option: JvmOption;
  readonly path: string;
  /** Whether the JVM gives up its start. */
  readonly isFatal: boolean;
}

/**
 * Finds the files that options of the JVM would write to read-only directories.
 * @param writable Absolute paths of the directories that can be written to
 */
export function findJvmFiles(adapter: Adapter, options: readonly JvmOption[], writable: readonly string[]): Finding[] {
  return writtenFiles(options).flatMap(({ option, path, isFatal }): Finding[] => {
    const full = posix.resolve(HOME, path);
    if (path.includes('\uE001') || writable.some((directory) => full === directory || full.startsWith(`${directory}/`)))
      return [];
    const { text, variable } = option;
    const said = variable === 'JVM_ARGS' ? text : `${text} in ${variable}`;
    const name = posix.basename(full);
    const message = `${said} writes ${full}, in a read-only directory${isFatal ? ': the JVM does not start' : ''}`;
    const severity = isFatal ? 'error' : 'warning';
    return [finding(jvmFileNotWritable, adapter, { message, hint: `write to logs/${name} or /tmp/${name}`, severity })];
  });
}

function writtenFiles(options: readonly JvmOption[]): readonly WrittenFile[] {
  return [
    ...options.flatMap((option) => {
      const path = pathOf(option.text);
      return path === undefined ? [] : [{ option, path, isFatal: true }];
    }),
    ...heapDump(options),
    ...archive(options),
    ...temporaryFiles(options),
  ];
}

/** The file of an option that the JVM opens at its start. */
function pathOf(text: string): string | undefined {
  if (text.startsWith('-Xloggc:')) return text.slice('-Xloggc:'.length);
  if (text.startsWith('-Xlog:')) return pathOfLog(text);
  return /^-XX:StartFlightRecording[=:](?:.*,)?filename=([^,]+)/.exec(text)?.[1];
}

/**
 * The output is the second part: `-Xlog:gc*:file=gc.log:time:filecount=5`. Without `file=` it is a file too, unless it is
 * one of the two streams.
 */
function pathOfLog(text: string): string | undefined {
  const output = /^-Xlog:[^:]*:("[^"]*"|(?:file="[^"]*")|[^:]*)/.exec(text)?.[1] ?? '';
  const path = output.replace(/^file=/, '').replaceAll('"', '');
  return ['', 'stdout', 'stderr'].includes(path) ? undefined : path;
}

function heapDump(options: readonly JvmOption[]): readonly WrittenFile[] {
  const dump = lastOption(options, '-XX:+HeapDumpOnOutOfMemoryError', '-XX:-HeapDumpOnOutOfMemoryError');
  if (dump?.text.startsWith('-XX:+') !== true) return [];
  const path = lastOption(options, '-XX:HeapDumpPath=');
  return [{ option: path ?? dump, path: path?.value ?? 'java_pid.hprof', isFatal: false }];
}

/** Written when the JVM ends: it has started by then. */
function archive(options: readonly JvmOption[]): readonly WrittenFile[] {
  const option = lastOption(options, '-XX:ArchiveClassesAtExit=');
  return option === undefined ? [] : [{ option, path: option.value, isFatal: false }];
}

function temporaryFiles(options: readonly JvmOption[]): readonly WrittenFile[] {
  const directory = lastOption(options, '-Djava.io.tmpdir=');
  return directory === undefined ? [] : [{ option: directory, path: directory.value, isFatal: false }];
}
