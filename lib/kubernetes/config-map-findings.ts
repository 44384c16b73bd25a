import type { Finding } from '../findings/finding';
import { finding } from '../findings/make-finding';
import type { ConfigFile } from '../interlok';
import { configMapKey } from './config-map-content';
import { configMapKeyUnusable, configMapTooLarge } from './config-map-rules';

/** What the API server allows in all values of a ConfigMap together. */
const LARGEST_CONFIG_MAP = 1024 * 1024;
const LONGEST_KEY = 253;
/** How many files an error about the size names. */
const NAMED_FILES = 5;

/** What would keep the API server from accepting the ConfigMap. */
export function configMapFindings(directory: string, files: readonly ConfigFile[]): Finding[] {
  return [...sizeFindings(directory, files), ...keyFindings(directory, files)];
}

function sizeFindings(directory: string, files: readonly ConfigFile[]): Finding[] {
  const total = files.reduce((sum, file) => sum + file.bytes.length, 0);
  if (total <= LARGEST_CONFIG_MAP) return [];
  const largest = [...files].sort((a, b) => b.bytes.length - a.bytes.length).slice(0, NAMED_FILES);
  const names = largest.map((file) => `${file.path} (${file.bytes.length} bytes)`).join(', ');
  const message =
    `${files.length} files with ${total} bytes do not fit into a ConfigMap, which holds ${LARGEST_CONFIG_MAP}; ` +
    `the largest: ${names}`;
  const hint = 'move large files out of the directory, or build the configuration into the image';
  return [finding(configMapTooLarge, { file: directory }, { message, hint })];
}

function keyFindings(directory: string, files: readonly ConfigFile[]): Finding[] {
  const owners = new Map<string, string>();
  return files.flatMap((file): Finding[] => {
    const key = configMapKey(file.path);
    const owner = owners.get(key);
    owners.set(key, file.path);
    const reason =
      owner !== undefined
        ? `'${file.path}' and '${owner}' would share the ConfigMap key '${key}'`
        : key.length > LONGEST_KEY
          ? `'${file.path}' is ${key.length} characters long as a ConfigMap key, which may have ${LONGEST_KEY}`
          : undefined;
    if (reason === undefined) return [];
    return [
      finding(
        configMapKeyUnusable,
        { file: `${directory}/${file.path}` },
        { message: reason, hint: 'rename the file' },
      ),
    ];
  });
}
