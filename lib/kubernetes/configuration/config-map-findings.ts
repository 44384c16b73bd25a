import { type Finding, finding } from '../../findings';
import type { ConfigFile, Configuration } from '../../interlok';
import { isFaithful } from '../../objects';
import type { ConfigMapContent } from './config-map-content';
import { configMapKeyUnusable, configMapNeedsServerSideApply, configMapTooLarge } from './config-map-rules';

/** What the API server allows in all values of a ConfigMap together. */
export const LARGEST_CONFIG_MAP = 1024 * 1024;
/** What the API server allows in all annotations of an object together. */
const LARGEST_ANNOTATION = 256 * 1024;
/** Room for the names, labels and the rest of the object in the annotation. */
const NOTED_BESIDE_FILES = 2048;
const LONGEST_KEY = 253;
/** How many files an error about the size names. */
const NAMED_FILES = 5;

/** What would keep the API server from accepting the ConfigMap that carries these files. */
export function configMapFindings(
  { files, displayPath }: Pick<Configuration, 'files' | 'displayPath'>,
  content: ConfigMapContent,
): Finding[] {
  return [...sizeFindings(displayPath(''), files, content), ...keyFindings(displayPath, content)];
}

function sizeFindings(directory: string, files: readonly ConfigFile[], content: ConfigMapContent): Finding[] {
  const total = files.reduce((sum, file) => sum + file.bytes.length, 0);
  if (total <= LARGEST_CONFIG_MAP) return findTooLargeToNote(directory, content, total);
  const largest = [...files].sort((a, b) => b.bytes.length - a.bytes.length).slice(0, NAMED_FILES);
  const names = largest.map((file) => `${file.path} (${file.bytes.length} bytes)`).join(', ');
  const message =
    `${files.length} files with ${total} bytes do not fit into a ConfigMap, which holds ${LARGEST_CONFIG_MAP}; ` +
    `the largest: ${names}`;
  const hint = 'move large files out of the directory, or build the configuration into the image';
  return [finding(configMapTooLarge, { file: directory }, { message, hint })];
}

/**
 * The annotation holds the object as JSON: text escaped, and what is not text as base64. kubectl writes each `<`, `>`
 * and `&`, of which XML is full, in six characters.
 * @see https://pkg.go.dev/encoding/json#Marshal
 */
function findTooLargeToNote(directory: string, content: ConfigMapContent, total: number): Finding[] {
  if (total < LARGEST_ANNOTATION / 8) return [];
  const { data, binaryData } = content;
  const json = JSON.stringify({ data, binaryData });
  const noted = Buffer.byteLength(json) + 5 * (json.match(/[<>&]/g)?.length ?? 0);
  if (noted + NOTED_BESIDE_FILES <= LARGEST_ANNOTATION) return [];
  const message = `the ConfigMap takes ${noted} bytes as JSON, more than an annotation of kubectl apply can hold`;
  return [
    finding(configMapNeedsServerSideApply, { file: directory }, { message, hint: 'use kubectl apply --server-side' }),
  ];
}

function keyFindings(displayPath: (path: string) => string, { items }: ConfigMapContent): Finding[] {
  const owners = new Map<string, string>();
  return items.flatMap(({ key, path }): Finding[] => {
    const owner = owners.get(key);
    owners.set(key, path);
    const reason =
      owner !== undefined
        ? `'${path}' and '${owner}' would share the ConfigMap key '${key}'`
        : key.length > LONGEST_KEY
          ? `'${path}' is ${key.length} characters long as a ConfigMap key, which may have ${LONGEST_KEY}`
          : isFaithful(path)
            ? undefined
            : `${JSON.stringify(path)} has a character that readers of YAML change or refuse`;
    if (reason === undefined) return [];
    return [finding(configMapKeyUnusable, { file: displayPath(path) }, { message: reason, hint: 'rename the file' })];
  });
}
