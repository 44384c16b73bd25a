import { createHash } from 'node:crypto';
import type { ConfigFile } from '../../interlok';

/** Where one file of the configuration sits in the ConfigMap. */
export interface ConfigMapItem {
  /** Key in the ConfigMap: letters, digits, `-`, `_` and `.` only. */
  readonly key: string;
  /** Path below the configuration directory. */
  readonly path: string;
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

/** Lays files out as ConfigMap data, byte for byte. */
export function configMapContent(files: readonly ConfigFile[]): ConfigMapContent {
  const data: Record<string, string> = {};
  const binaryData: Record<string, string> = {};
  const items: ConfigMapItem[] = [];
  const hash = createHash('sha256');
  for (const file of files) {
    const key = configMapKey(file.path);
    items.push({ key, path: file.path });
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
    else key += `_x${character.codePointAt(0)?.toString(16)}_`;
  }
  return key;
}

/**
 * Whether every YAML 1.1 reader gives the text back unchanged. Not so for text of white space alone, for control
 * characters, and for the line breaks of Unicode (U+0085, U+2028, U+2029) that YAML 1.1 folds into `\n`. A text that
 * begins with a tab is written as a block, which the reader of kubectl refuses: it takes the tab for indentation.
 */
function survivesYaml(text: string): boolean {
  if (/^\s*\t/.test(text)) return false;
  return /\S/.test(text) && !/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/.test(text);
}
