/** Runs a TypeScript program from its bundle: the kept one when it is current, otherwise a new one. */
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { constants, Script } = require('node:vm');
const { find, keep, replace } = require('./cache.cjs');

/** The bundle that ran, for the positions in stack traces. */
const current = { root: '', file: '', map: () => '' };

/**
 * The exports of a program.
 *
 * @param {string} root the project directory
 * @param {string} contents the program, importing what is to be run by paths relative to the root
 * @param {string} entry the file for which `require.main === module`
 */
async function load(root, contents, entry) {
  const kept = find(root, contents);
  const loaded = kept === undefined ? undefined : fromDirectory(root, kept);
  if (loaded !== undefined) return loaded();
  const { bundle } = require('./bundle.cjs'); // not before: it loads the compiler
  const made = await bundle(root, contents, entry);
  const directory = keep(root, contents, made);
  const stored = directory === undefined ? undefined : fromDirectory(root, directory);
  return (stored ?? fromSource(root, join(root, 'app.js'), made.code, () => made.map))();
}

function fromDirectory(root, directory) {
  try {
    const file = join(directory, 'app.js');
    // The bundle is ASCII: latin1 spares the decoder.
    return fromSource(root, file, readFileSync(file, 'latin1'), () => readFileSync(`${file}.map`, 'utf8'), directory);
  } catch {
    return undefined; // removed or damaged meanwhile
  }
}

function fromSource(root, file, code, map, directory) {
  const codeCache = directory === undefined ? undefined : join(directory, codeCacheName());
  const cachedData = readIfThere(codeCache);
  const script = new Script(code, {
    filename: file,
    cachedData,
    importModuleDynamically: constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  if (codeCache !== undefined && (cachedData === undefined || script.cachedDataRejected)) {
    // At the end, when V8 has compiled what the program needs.
    process.on('exit', () => keepCode(codeCache, script));
  }
  return () => {
    current.root = root;
    current.file = file;
    current.map = map;
    const module = { exports: {} };
    const require = createRequire(join(root, 'main.ts'));
    script.runInThisContext()(module.exports, require, module, file, root, module);
    return module.exports;
  };
}

/** V8 takes back only what it compiled itself, under the same flags: each way to start it has a cache of its own. */
function codeCacheName() {
  const flags = [...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' ').replace(/[^\w=]+/g, '-');
  return `${process.version}-${process.arch}${flags.slice(0, 100)}.cache`;
}

function readIfThere(path) {
  try {
    return path === undefined ? undefined : readFileSync(path);
  } catch {
    return undefined;
  }
}

function keepCode(path, script) {
  if (process.exitCode) return; // it stopped half-way
  try {
    replace(path, script.createCachedData());
  } catch {
    // It only saves time.
  }
}

module.exports = { current, load };
