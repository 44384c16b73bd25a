import type { Finding } from '../findings';
import type { ConfigFile } from './files';
import type { Adapter } from './model';

/** The result of reading a configuration directory. Always complete: what could not be read is in `findings`. */
export interface Configuration {
  /** The directory as the user named it. */
  readonly directory: string;
  /** Best effort where there are errors among the findings. */
  readonly adapter: Adapter;
  /** The files that go into the pod, sorted by path in code-unit order, completed ones included. */
  readonly files: readonly ConfigFile[];
  /** Errors and warnings, sorted by file, line, column and rule. */
  readonly findings: readonly Finding[];
}
