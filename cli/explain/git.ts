import { spawnSync } from 'node:child_process';
import { WrongUse } from '../wrong-use';

/** What git prints in a directory; `undefined` where it fails. */
export function git(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Buffer | undefined {
  const options = { cwd, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, ...env } };
  const { status, stdout, error } = spawnSync('git', args, options);
  if (error !== undefined) throw new WrongUse(`--diff: git cannot be run: ${error.message}`);
  return status === 0 ? stdout : undefined;
}

/** The commit of a revision. @throws WrongUse where git does not know it */
export function commitOf(revision: string, directory: string): string {
  const commit = git(directory, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  if (commit === undefined) throw new WrongUse(`--diff: got '${revision}', expected a revision of git, such as HEAD`);
  return commit.toString().trim();
}
