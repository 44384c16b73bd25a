import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { basename, join } from 'node:path';
import { type Finding, finding } from '../../findings';
import { configFile, type ConfigFile } from './config-file';
import { displayPath } from './display-path';
import { fileRules } from './file-rules';
import { isLeftover } from './leftover-names';

/** The files of a directory, and what could not be read. */
export interface ConfigDirectory {
  /** Sorted by path in code-unit order. */
  readonly files: readonly ConfigFile[];
  /** Paths that exist and never go into a pod, for example `.variables.properties`. */
  readonly leftOut: ReadonlySet<string>;
  /** Paths of the directories below it, those without files too. */
  readonly directories: ReadonlySet<string>;
  readonly findings: readonly Finding[];
  /** The path of a file, or of what should be one, as a user would type it. */
  readonly displayPath: (path: string) => string;
}

/** Directories deeper than this are not entered: a link that grows its own path ends here. */
const maximumDirectoryDepth = 40;

/**
 * Reads every file below a directory once, byte for byte.
 *
 * Left out: names that start with a dot, and what editors and file managers leave behind (`x~`, `x.swp`, `x.swo`, `#x#`, `x.orig`,
 * `Thumbs.db`, `desktop.ini`). Links to files and directories are followed, also out of the directory; one that leads in a
 * circle is left out.
 */
export function readConfigDirectory(directory: string): ConfigDirectory {
  const walk = new Walk(directory);
  walk.start();
  walk.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const { files, permitted } = walk;
  // Where every file has it, the file system knows no permissions: a disk of Windows in Linux, a share.
  const means = permitted.size < files.length;
  return {
    files: files.map((file) => (means && permitted.has(file.path) ? { ...file, executable: true } : file)),
    directories: walk.directories,
    leftOut: walk.leftOut,
    findings: walk.findings,
    displayPath: walk.displayPath,
  };
}

class Walk implements ConfigDirectory {
  public readonly files: ConfigFile[] = [];
  public readonly directories = new Set<string>();
  public readonly leftOut = new Set<string>();
  public readonly findings: Finding[] = [];
  /** Files with the permission to be executed. */
  public readonly permitted = new Set<string>();
  public readonly displayPath = (path: string): string => displayPath(this.directory, path);

  public constructor(private readonly directory: string) {}

  public start(): void {
    const problem = this.problemOfRoot();
    if (problem !== undefined) {
      const hint = 'name the directory that holds adapter.xml';
      this.findings.push(
        finding(fileRules.directoryMissing, { file: this.displayPath('') }, { message: problem, hint }),
      );
      return;
    }
    this.enter('', []);
  }

  private problemOfRoot(): string | undefined {
    try {
      if (statSync(this.directory).isDirectory()) return undefined;
      return `'${this.directory}' is a file where the configuration directory should be`;
    } catch (error) {
      return reasonOf(error) === 'ENOENT'
        ? `the configuration directory '${this.directory}' does not exist`
        : `the configuration directory '${this.directory}' cannot be read (${reasonOf(error)})`;
    }
  }

  /** Reads what is in a directory; `parents` are the real paths of those it is inside of. */
  private enter(path: string, parents: readonly string[]): void {
    let entries: Dirent[];
    let real: string;
    try {
      real = realpathSync(join(this.directory, path));
      entries = readdirSync(join(this.directory, path), { withFileTypes: true });
    } catch (error) {
      this.unreadable(path, error);
      return;
    }
    if (parents.includes(real) || parents.length > maximumDirectoryDepth) {
      this.special(path, 'is a link that leads in a circle');
      return;
    }
    for (const entry of entries) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (isLeftover(entry.name)) this.leftOut.add(below);
      else this.visit(below, entry, [...parents, real]);
    }
  }

  private visit(path: string, entry: Dirent, parents: readonly string[]): void {
    try {
      const on = entry.isSymbolicLink() ? statSync(join(this.directory, path)) : entry;
      if (on.isDirectory()) {
        this.directories.add(path);
        this.enter(path, parents);
      } else if (on.isFile()) this.add(path);
      else this.special(path, 'is neither a file nor a directory');
    } catch (error) {
      if (reasonOf(error) === 'ELOOP') this.special(path, 'is a link that leads in a circle');
      else this.unreadable(path, error);
    }
  }

  private add(path: string): void {
    const at = join(this.directory, path);
    this.files.push(configFile(path, readFileSync(at)));
    if (process.platform !== 'win32' && (statSync(at).mode & 0o111) !== 0) this.permitted.add(path);
  }

  private unreadable(path: string, error: unknown): void {
    const file = this.displayPath(path);
    const message = `'${basename(file)}' cannot be read (${reasonOf(error)})`;
    const hint = 'give yourself permission to read it, mend the link, or take it out of the directory';
    this.findings.push(finding(fileRules.fileUnreadable, { file }, { message, hint }));
  }

  private special(path: string, what: string): void {
    const file = this.displayPath(path);
    const message = `'${basename(file)}' ${what} and is left out`;
    this.findings.push(finding(fileRules.specialFile, { file }, { message, hint: 'take it out of the directory' }));
  }
}

/** The system's code for what went wrong, for example ENOENT. */
function reasonOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code;
  return error instanceof Error ? error.message : String(error);
}
