import { spawnSync } from 'node:child_process';

/** Makes a repository of a directory, with all that is in it in one commit. */
export function commitAll(directory: string): void {
  git(directory, 'init', '-q');
  git(directory, 'add', '.');
  git(directory, 'commit', '-qm', 'a');
}

function git(cwd: string, ...args: string[]): void {
  const named = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false', ...args];
  expect(spawnSync('git', named, { cwd }).status).toBe(0);
}
