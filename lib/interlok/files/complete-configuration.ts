import { type BootstrapProperties, defaultOperationTimeoutMillis } from './bootstrap-properties';
import { configFile, type ConfigFile } from './config-file';
import { pathOfConfigUrl } from './config-url';
import { log4j2, type LoggingOptions } from './logging';

/** What completing needs to know. */
export interface CompletionInput {
  /** The files on disk, by path. */
  readonly files: ReadonlyMap<string, ConfigFile>;
  /** bootstrap.properties as on disk; empty when there is none. */
  readonly bootstrap: BootstrapProperties;
  /** Path of the adapter's file below the directory. */
  readonly adapterPath: string;
  /** Files that will be there at run time: those are left alone. */
  readonly externalFiles: readonly string[];
  /** @default - see each field */
  readonly logging?: LoggingOptions;
}

/** Names that log4j2 looks for by itself. */
const loggingFiles = ['xml', 'properties', 'yaml', 'yml', 'json', 'jsn'].flatMap((extension) => [
  `log4j2.${extension}`,
  `log4j2-test.${extension}`,
]);

/**
 * The files that a pod needs beside those on disk: mounting the directory hides the ones that the image has.
 *
 * @returns only what is added or changed, each `generated`
 */
export function completeConfiguration(input: CompletionInput): readonly ConfigFile[] {
  const completed: ConfigFile[] = [];
  const bootstrap = completeBootstrap(input);
  if (bootstrap !== undefined) completed.push(bootstrap);
  if (isFree('log4j2.xml', input) && !hasLogging(input))
    completed.push(configFile('log4j2.xml', Buffer.from(log4j2(input.logging)), true));
  return completed;
}

function hasLogging({ files, externalFiles, bootstrap }: CompletionInput): boolean {
  const url = bootstrap.getIgnoringCase('loggingConfigUrl')?.value.trim() ?? '';
  // A URL that leads to the file that the mount hides is served by writing that file.
  const own = url !== '' && pathOfConfigUrl(url) !== 'log4j2.xml';
  return own || loggingFiles.some((name) => files.has(name) || externalFiles.includes(name));
}

/** Whether nothing has that path: no file, no directory, and nothing that comes at run time. */
function isFree(path: string, { files, externalFiles }: CompletionInput): boolean {
  const taken = [...files.keys(), ...externalFiles];
  return !taken.some((other) => other === path || other.startsWith(`${path}/`));
}

function completeBootstrap(input: CompletionInput): ConfigFile | undefined {
  const path = 'bootstrap.properties';
  const existing = input.files.get(path);
  if (existing === undefined) {
    if (!isFree(path, input)) return undefined;
    const heading = [`# Written by cdk8s-interlok: the configuration directory has no ${path} of its own.`];
    return configFile(path, Buffer.from([...heading, ...missingKeys(input), ''].join('\n')), true);
  }
  const missing = missingKeys(input);
  if (missing.length === 0 || input.bootstrap.properties.malformed.length > 0) return undefined;
  const newline = existing.bytes.includes('\r\n') ? '\r\n' : '\n';
  // A last line that ends with a backslash goes on in the next one, so an empty line comes between.
  const gap = existing.bytes.length === 0 ? '' : existing.bytes.at(-1) === 0x0a ? newline : newline + newline;
  const block = [...addedBecause, ...missing, ''].join(newline);
  return configFile(path, Buffer.concat([existing.bytes, Buffer.from(gap + block)]), true);
}

const addedBecause = [
  '# Added by cdk8s-interlok: keys that the file does not set and that a pod needs. Set them above to choose otherwise.',
];

/** Lines for the keys that are not set, each under the reason for it. */
function missingKeys({ bootstrap, adapterPath }: CompletionInput): readonly string[] {
  const lines: string[] = [];
  if (bootstrap.adapterConfigUrls.length === 0) {
    lines.push(
      '# Without it Interlok looks for adapter.xml outside of the configuration directory, and ends with exit code 0.',
    );
    lines.push(`adapterConfigUrl.0=file://localhost/./config/${escapeValue(adapterPath)}`);
  }
  if (bootstrap.getIgnoringCase('startAdapterQuietly') === undefined) {
    lines.push('# A start that fails ends with its reason in the log and exit code 1, instead of quietly with 0.');
    lines.push('startAdapterQuietly=false');
  }
  if (bootstrap.get('operationTimeout') === undefined) {
    lines.push(
      "# Milliseconds to start and to stop: Interlok's own default, on which the pod's grace period is based.",
    );
    lines.push(`operationTimeout=${defaultOperationTimeoutMillis}`);
  }
  return lines;
}

/** A path inside of a value: a backslash begins an escape there, and what is not ASCII needs one. */
function escapeValue(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
