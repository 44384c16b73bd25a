import { createHash } from 'node:crypto';
import type { ConfigFile } from '../../interlok';
import { isFaithful, needsQuotes } from '../../objects';

/** Where one file of the configuration sits in the ConfigMap. */
export interface ConfigMapItem {
  /** Key in the ConfigMap: letters, digits, `-`, `_` and `.` only. */
  readonly key: string;
  /** Path below the configuration directory. */
  readonly path: string;
  /**
   * Permissions in the pod, where they are not the volume's own: 0755 for a program.
   * @default - 0644
   */
  readonly mode?: number;
}

/** The files of a configuration directory as a ConfigMap carries them. */
export interface ConfigMapContent {
  readonly data: Record<string, string>;
  /** Base64. */
  readonly binaryData: Record<string, string>;
  readonly items: readonly ConfigMapItem[];
  /** The first ten hexadecimal digits of a SHA-256 over keys, paths and bytes. */
  readonly hash: string;
}

/** What a program of the configuration may be: read, written to by its owner, and executed. */
const PROGRAM = 0o755;

/** Lays files out as ConfigMap data, byte for byte. */
export function configMapContent(files: readonly ConfigFile[]): ConfigMapContent {
  const data: Record<string, string> = {};
  const binaryData: Record<string, string> = {};
  const items: ConfigMapItem[] = [];
  const hash = createHash('sha256');
  for (const file of files) {
    const key = configMapKey(file.path);
    items.push({ key, path: file.path, ...(file.executable && { mode: PROGRAM }) });
    hash.update(`${file.path}\0${file.bytes.length}\0`).update(file.bytes);
    if (file.text !== undefined && survivesYaml(file.text)) data[key] = file.text;
    else binaryData[key] = file.bytes.toString('base64');
  }
  return { data, binaryData, items, hash: hash.digest('hex').slice(0, 10) };
}

/** The key of a path: `/` becomes `__`, and what a key may not hold becomes `_x<code point>_`. */
export function configMapKey(path: string): string {
  let key = '';
  for (const character of path) {
    if (character === '/') key += '__';
    else if (/[-._a-zA-Z0-9]/.test(character)) key += character;
    else key += encoded(character);
  }
  // Quotes can be had for values, not for keys.
  return needsQuotes(key) ? encoded(key.charAt(0)) + key.slice(1) : key;
}

function encoded(character: string): string {
  return `_x${character.codePointAt(0)?.toString(16)}_`;
}

/**
 * Whether every reader of YAML gives the text back unchanged. Beside what is changed everywhere, control characters and
 * text of white space alone are left to base64, where they can be seen.
 */
function survivesYaml(text: string): boolean {
  return (
    /\S/.test(text) && !/^\s*\t/.test(text) && isFaithful(text) && !/[\x01-\x08\x0b\x0c\x0e-\x1f\ufeff]/.test(text)
  );
}
