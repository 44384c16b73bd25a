import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Explanation } from '../../lib';
import { WrongUse } from '../wrong-use';
import { commitOf, git } from './git';

/**
 * Calls `use` with a copy of a project as it was at a revision of git, which is removed afterwards. Its packages are those
 * that are installed now.
 *
 * @param directory where the project is: the repository, or a directory in it
 * @throws WrongUse where git knows no such revision, or nothing of the project in it
 */
export async function projectAtRevision<T>(
  revision: string,
  directory: string,
  use: (copy: string) => Promise<T>,
): Promise<T> {
  const commit = commitOf(revision, directory);
  const place = (what: string): string => (git(directory, ['rev-parse', what]) ?? '').toString().trim();
  const [top, inside] = [place('--show-toplevel'), place('--show-prefix')];
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'interlok-explain-')));
  try {
    const copy = join(scratch, 'project');
    // An index of its own, so that the repository knows nothing of the copy.
    const env = { GIT_INDEX_FILE: join(scratch, 'index') };
    const isCopied =
      git(top, ['read-tree', commit], env) !== undefined &&
      git(top, ['checkout-index', '--all', '--quiet', `--prefix=${copy}/`], env) !== undefined;
    if (!isCopied || !existsSync(join(copy, inside)))
      throw new WrongUse(`--diff: '${inside || top}' cannot be had at ${revision}`);
    for (let each = inside; ; each = dirname(each)) {
      linkPackages(join(top, each), join(copy, each));
      if (each === '' || each === '.') break;
    }
    return await use(join(copy, inside));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What a program in a copy says of places, as if it had run in the project itself. */
export function inProject(explanations: readonly Explanation[], copy: string, project: string): readonly Explanation[] {
  const shown = (file: string): string =>
    file.startsWith(copy.replaceAll('\\', '/')) ? project.replaceAll('\\', '/') + file.slice(copy.length) : file;
  return explanations.map((each) => ({
    ...each,
    sources: each.sources.map((source) =>
      source.kind === 'place' ? { ...source, at: { ...source.at, file: shown(source.at.file) } } : source,
    ),
  }));
}

/** Each package on its own, for what tools keep beside them is not that of the copy. */
function linkPackages(from: string, to: string): void {
  const [source, target] = [join(from, 'node_modules'), join(to, 'node_modules')];
  if (!existsSync(source) || existsSync(target) || !existsSync(to)) return;
  mkdirSync(target);
  for (const entry of readdirSync(source, { withFileTypes: true })) {
    if (entry.name === '.cache') continue;
    const [own, linked] = [join(source, entry.name), join(target, entry.name)];
    if (entry.isFile()) copyFileSync(own, linked);
    else symlinkSync(own, linked, 'junction');
  }
}
