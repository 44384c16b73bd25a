/**
 * The inputs of a bundle and their fingerprint. A bundle is stored under the fingerprint of everything that it was made
 * from, and used only while the same list, read again from disk, gives the same fingerprint: it cannot be stale.
 */
const { createHash } = require('node:crypto');
const { readdirSync, readFileSync, statSync } = require('node:fs');
const { dirname, isAbsolute, join, relative, resolve } = require('node:path');

const PACKAGES = /[\\/]node_modules[\\/]/;
/** What an import can resolve to, and what decides how it does. A new file of these names may change a resolution. */
const RESOLVABLE = /\.([cm]?[jt]sx?|json)$/;

/** Whether a file belongs to an installed package: known by size and time, not read again on each run. */
function isOfPackage(path) {
  return PACKAGES.test(path);
}

function read(path) {
  return readFileSync(path);
}

/** What of a package file goes into the fingerprint. */
function stamp(path) {
  const { size, mtimeMs } = statSync(path);
  return `${size} ${mtimeMs}`;
}

/** What of a directory goes into the fingerprint: the names that imports can resolve to. */
function names(directory) {
  return readdirSync(directory)
    .filter((name) => RESOLVABLE.test(name))
    .sort()
    .join(' ');
}

/** Every directory from that of a file up to the root, or the file's own alone when it lies outside. */
function directoriesOf(root, file) {
  const own = dirname(file);
  if (relative(root, own).startsWith('..')) return [own];
  const found = [own];
  for (let directory = own; directory !== root; found.push(directory)) directory = dirname(directory);
  return found;
}

/**
 * The fingerprint of a list of inputs as they are on disk now; throws when one is gone.
 *
 * @param {string} root the project, to which all paths are relative
 * @param {{ own: string[], packages: string[], directories: string[] }} inputs
 * @param {Map<string, Buffer | string>} [seen] contents, stamps and names that were read before, by absolute path
 */
function fingerprint(root, { own, packages, directories }, seen) {
  const hash = createHash('sha256');
  const value = (path, read) => {
    const absolute = isAbsolute(path) ? path : `${root}/${path}`; // resolve() is slow, and this runs hundreds of times
    return seen?.get(resolve(absolute)) ?? read(absolute);
  };
  // What else decides the outcome comes first. The root is in it because paths are in a bundle (__dirname).
  let text = `${process.version} ${process.arch} ${root}\n`;
  for (const path of own) {
    const content = value(path, read);
    text += `${path} ${content.length}\n`;
    hash.update(content);
  }
  for (const path of packages) text += `${path} ${value(path, stamp)}\n`;
  for (const path of directories) text += `${path} ${value(path, names)}\n`;
  return hash.update(text).digest('hex').slice(0, 32);
}

/** Files that decide about every bundle without being imported; the ones that exist. */
function standing(root) {
  const exists = (path) => statSync(join(root, path), { throwIfNoEntry: false }) !== undefined;
  return {
    own: ['package.json', 'tsconfig.json'].filter(exists),
    // npm writes the lock files on each install.
    packages: ['node_modules/esbuild/package.json', 'node_modules/.package-lock.json', 'package-lock.json'].filter(
      exists,
    ),
  };
}

module.exports = { directoriesOf, fingerprint, isOfPackage, names, stamp, standing };
