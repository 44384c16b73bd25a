/** Brings freshly written manifests to their place: all of them or, when the synth failed, none. */
const { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } = require('node:fs');
const { basename, dirname, join, relative } = require('node:path');

const MANIFEST = /\.(ya?ml|json)$/;
/** Written for validation plug-ins (`validations:` in cdk8s.yaml); kubectl and Argo CD would take it for a manifest. */
const CONSTRUCT_METADATA = 'construct-metadata.json';

/** The files below a directory, relative to it, sorted; none when it does not exist. */
function filesIn(directory) {
  let entries;
  try {
    entries = readdirSync(directory, { withFileTypes: true, recursive: true });
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(directory, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

/**
 * Copies the files of `source` to `target`. Files that are the same stay untouched; the others are written beside the
 * target first and then renamed, so that a reader never sees a part of one.
 *
 * @param {string} source
 * @param {string} target
 * @param {{ except?: string[] }} [options] names of files that stay behind
 * @returns {{ files: string[], changed: string[] }} what is in the target now, and what is different from before
 */
function copyInto(source, target, { except = [] } = {}) {
  const files = filesIn(source).filter((name) => !except.includes(basename(name)));
  const changed = files.filter((name) => !same(join(source, name), join(target, name)));
  const temporary = `${target}.${process.pid}.new`;
  try {
    for (const name of changed) {
      mkdirSync(dirname(join(temporary, name)), { recursive: true });
      writeFileSync(join(temporary, name), readFileSync(join(source, name)));
    }
    for (const name of changed) {
      mkdirSync(dirname(join(target, name)), { recursive: true });
      renameSync(join(temporary, name), join(target, name));
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return { files, changed };
}

/** Removes the manifests of a directory that are not in the list, and directories that are empty then. */
function removeOthers(target, files) {
  const removed = filesIn(target).filter((name) => MANIFEST.test(name) && !files.includes(name));
  for (const name of removed) {
    rmSync(join(target, name), { force: true });
    removeIfEmpty(target, dirname(name));
  }
  return removed;
}

function same(a, b) {
  try {
    return readFileSync(a).equals(readFileSync(b));
  } catch {
    return false;
  }
}

function removeIfEmpty(target, directory) {
  if (directory === '.') return;
  try {
    rmdirSync(join(target, directory));
  } catch {
    return; // there are other files in it
  }
  removeIfEmpty(target, dirname(directory));
}

module.exports = { CONSTRUCT_METADATA, copyInto, filesIn, removeOthers };
