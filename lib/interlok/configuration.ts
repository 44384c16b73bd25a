import type { Finding } from '../findings';
import type { ConfigFile } from './files';
import type { Adapter } from './model';

/** The result of reading a configuration directory. Always complete: what could not be read is in `findings`. */
export interface Configuration {
  /** The directories as the user named them, the later ones laid over the earlier ones. */
  readonly directories: readonly string[];
  /** Best effort where there are errors among the findings. */
  readonly adapter: Adapter;
  /** The files that go into the pod, sorted by path in code-unit order, completed ones included. */
  readonly files: readonly ConfigFile[];
  /** The path of a file as a user would type it: in the directory that it came from. */
  readonly displayPath: (path: string) => string;
  /** Errors and warnings, sorted by file, line, column and rule. */
  readonly findings: readonly Finding[];
}
