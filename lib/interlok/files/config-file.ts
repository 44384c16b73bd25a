/** One file of a configuration directory, byte for byte as on disk (or as completed, see `generated`). */
export interface ConfigFile {
  /** Path below the directory with forward slashes, for example `adapter.xml` or `mapping/orders.xsl`. */
  readonly path: string;
  readonly bytes: Buffer;
  /**
   * The content as text, when the bytes are valid UTF-8 without NUL.
   * @default - the file is binary
   */
  readonly text?: string;
  /** True for a program: one with the permission to be executed, or a script that names its interpreter (`#!`). */
  readonly executable?: true;
  /** True when this project wrote the file, or a part of it, because a pod needs it. */
  readonly generated: boolean;
}

/** A file with its text, when its bytes are UTF-8 that comes out the same again. */
export function configFile(path: string, bytes: Buffer, generated = false): ConfigFile {
  const text = textOf(bytes);
  // Windows and archives have no permissions to go by, so a script is known by its first line as well.
  const executable = text?.startsWith('#!') === true;
  return { path, bytes, ...(text !== undefined && { text }), ...(executable && { executable }), generated };
}

function textOf(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined;
  const text = bytes.toString('utf8');
  return Buffer.from(text, 'utf8').equals(bytes) ? text : undefined;
}
