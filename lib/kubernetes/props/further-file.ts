/** A file or directory of this machine that is put into the pods, outside of the configuration directory. */
export interface FurtherFile {
  /** Where it comes to lie in the container, for example `'/opt/oracle/network/tnsnames.ora'`. */
  readonly path: string;
  /** The file, or a directory whose files all are taken, relative to the working directory. */
  readonly from: string;
}
