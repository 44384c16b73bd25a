import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { WrongUse } from '../wrong-use';
import { commitOf, git } from './git';

/**
 * Calls `use` with a copy of a directory as it was at a revision of git, which is removed afterwards.
 * @throws WrongUse where git knows neither the revision nor a file of the directory in it
 */
export function atRevision<T>(revision: string, directory: string, use: (copy: string) => T): T {
  const id = commitOf(revision, directory);
  const entries = (git(directory, ['ls-tree', '-r', '-z', id]) ?? '').toString().split('\0').filter(Boolean);
  const files = entries.map((entry) => ({ mode: entry.slice(0, 6), path: entry.slice(entry.indexOf('\t') + 1) }));
  const ordinary = files.filter(({ mode }) => mode.startsWith('100'));
  if (ordinary.length === 0) throw new WrongUse(`--diff: '${directory}' has no files at ${revision}`);
  const copy = mkdtempSync(join(tmpdir(), 'interlok-explain-'));
  try {
    for (const { mode, path } of ordinary) {
      const target = join(copy, path);
      mkdirSync(dirname(target), { recursive: true });
      // With the line ends that a checkout would have.
      writeFileSync(target, git(directory, ['cat-file', '--filters', `${id}:./${path}`]) ?? '');
      if (mode === '100755') chmodSync(target, 0o755);
    }
    return use(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
