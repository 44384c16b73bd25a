/**
 * `prepare` of npm: compiles the package where npm makes one of a git repository, as pre-commit does for its hook and
 * `npm install <git URL>` does. In a checkout, where it runs after every `npm ci`, it does nothing.
 */
import { spawnSync } from 'node:child_process';

// npm's own mark for the directory of a git dependency that it prepares.
if (process.env._PACOTE_NO_PREPARE_ !== undefined) {
  const { status } = spawnSync('npm', ['run', 'package'], { stdio: 'inherit', shell: true });
  process.exitCode = status ?? 1;
}
