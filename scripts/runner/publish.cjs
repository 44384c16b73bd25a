/** Brings freshly written manifests to their place. */
const { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** The files below a directory, relative to it, sorted; none when it does not exist. */
function filesIn(directory) {
  const names = existsSync(directory) ? readdirSync(directory, { encoding: 'utf8', recursive: true }) : [];
  return names.filter((name) => statSync(join(directory, name)).isFile()).sort();
}

/**
 * Moves manifests from one directory to another, each by a rename, so that a reader never sees a part of one. Those that
 * are the same stay untouched, and those that were not made are removed. Returns a line about each.
 */
function publish(source, target) {
  // Written for validation plug-ins (`validations:` in cdk8s.yaml); kubectl would take it for a manifest.
  const files = filesIn(source).filter((name) => !name.endsWith('construct-metadata.json'));
  const removed = filesIn(target).filter((name) => /\.(ya?ml|json)$/.test(name) && !files.includes(name));
  for (const name of files) {
    const [from, to] = [join(source, name), join(target, name)];
    if (existsSync(to) && readFileSync(from).equals(readFileSync(to))) continue;
    mkdirSync(dirname(to), { recursive: true });
    renameSync(from, to);
  }
  for (const name of removed) {
    const folder = dirname(join(target, name));
    rmSync(join(target, name));
    if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
  }
  const lines = (names, end = '') => names.map((name) => `  - ${join('dist', name)}${end}\n`);
  return [...lines(files), ...lines(removed, ' removed')].join('');
}

module.exports = { filesIn, publish };
