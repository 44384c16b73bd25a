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
  /** True when this project wrote the file, or a part of it, because a pod needs it. */
  readonly generated: boolean;
}
