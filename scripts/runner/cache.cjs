/** Bundles kept in node_modules/.cache, so that a run pays neither compiler nor parser. Whatever is amiss: a new bundle. */
const { createHash } = require('node:crypto');
const {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const { join } = require('node:path');
const { fingerprint } = require('./inputs.cjs');

const FORGOTTEN_AFTER_DAYS = 30;

/** @param {string} root the project directory */
const directoryOf = (root) => join(root, 'node_modules', '.cache', 'cdk8s-interlok');

/** The list of inputs of the last bundle of a program lies here. */
function listOf(root, contents) {
  const key = createHash('sha256').update(`${root}\n${contents}`).digest('hex').slice(0, 16);
  return join(directoryOf(root), `${key}.json`);
}

/** The directory of the kept bundle of a program, or undefined when there is none for its inputs as they are now. */
function find(root, contents) {
  const list = readList(listOf(root, contents));
  try {
    const isCurrent = list !== undefined && fingerprint(root, list.inputs) === list.name;
    return isCurrent ? join(directoryOf(root), list.name) : undefined;
  } catch {
    return undefined; // an input is gone
  }
}

function readList(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Keeps a bundle; returns its directory, or undefined where it cannot be kept (which only costs time). */
function keep(root, contents, { code, map, name, inputs }) {
  if (name === undefined) return undefined;
  const directory = join(directoryOf(root), name);
  const temporary = `${directory}.${process.pid}`;
  try {
    mkdirSync(temporary, { recursive: true });
    writeFileSync(join(temporary, 'app.js'), code);
    writeFileSync(join(temporary, 'app.js.map'), map);
    rmSync(directory, { recursive: true, force: true });
    renameSync(temporary, directory);
    replace(listOf(root, contents), JSON.stringify({ root, name, inputs }));
    forget(root);
    return directory;
  } catch {
    discard(temporary);
    return undefined;
  }
}

function discard(path) {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // There is no place for a cache at all.
  }
}

/** Writes a file so that a reader sees the old one or the new one, never a part. */
function replace(path, content) {
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, content);
  renameSync(temporary, path);
}

/** Removes bundles that no list names, and lists that are a month old. Another run that misses one makes it anew. */
function forget(root) {
  const directory = directoryOf(root);
  const lists = readdirSync(directory).filter((name) => name.endsWith('.json'));
  const used = new Set();
  for (const list of lists) {
    const path = join(directory, list);
    const { root: user, name } = readList(path) ?? {};
    const days = (Date.now() - statSync(path).mtimeMs) / 86_400_000;
    if (user === undefined || !existsSync(user) || days > FORGOTTEN_AFTER_DAYS) rmSync(path, { force: true });
    else used.add(name);
  }
  for (const entry of readdirSync(directory, { withFileTypes: true }))
    if (entry.isDirectory() && !used.has(entry.name))
      rmSync(join(directory, entry.name), { recursive: true, force: true });
}

module.exports = { find, keep, replace };
