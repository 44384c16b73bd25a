import { existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { WrongUse } from '../wrong-use';

const NEVER = /^(\.|node_modules$|dist$|build$|target$|out$)/;
const DEEPEST = 5;

/**
 * The configuration directory of a project, relative to it and with forward slashes: the one that has an adapter.xml.
 * `config` where there is none yet.
 *
 * @param mounted the directory that a compose file mounts
 * @throws WrongUse when there are several, or the project is one itself
 */
export function findConfig(project: string, mounted?: string): string {
  if (existsSync(join(project, 'adapter.xml')))
    throw new WrongUse(`'${project}' is a configuration directory itself; name the directory above it`);
  if (mounted !== undefined) {
    const path = posix.normalize(mounted.replaceAll('\\', '/')).replace(/\/$/, '');
    if (existsSync(join(project, path))) return path;
  }
  if (existsSync(join(project, 'config', 'adapter.xml'))) return 'config';
  const found = directoriesWithAdapter(project, '', 0);
  if (found.length > 1)
    throw new WrongUse(`there are several configurations; name one by --config: ${found.join(', ')}`);
  return found[0] ?? 'config';
}

function directoriesWithAdapter(project: string, below: string, depth: number): string[] {
  if (depth > DEEPEST || !existsSync(project)) return [];
  return readdirSync(join(project, below), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NEVER.test(entry.name))
    .map(({ name }) => posix.join(below, name))
    .flatMap((path) =>
      existsSync(join(project, path, 'adapter.xml')) ? [path] : directoriesWithAdapter(project, path, depth + 1),
    );
}
