/** Runs a TypeScript program from its bundle: the kept one while it is current, otherwise a new one. */
const { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { createRequire, SourceMap } = require('node:module');
const { join, relative } = require('node:path');
const { constants, Script } = require('node:vm');
const { bundle, stampOf } = require('./bundle.cjs');

/**
 * The exports of a program, which names what it imports relative to `root`. `entry` is what it is there to run. An error
 * that nobody catches ends the process with 1; `isExplained` says whether it follows from what was reported.
 */
async function load(root, contents, entry, isExplained = () => false) {
  let bundled;
  process.removeAllListeners('uncaughtException').on('uncaughtException', (error) => {
    process.stderr.write(`${describe(error, bundled?.code, isExplained())}\n`);
    process.exit(1);
  });
  const cache = join(root, 'node_modules', '.cache', 'cdk8s-interlok', relative(root, entry).replace(/\W+/g, '-'));
  const program = `${root}\n${contents}`;
  bundled = optionally(() => find(cache, program)) ?? keep(cache, program, await bundle(root, contents, entry));
  return run(root, bundled);
}

/** The kept bundle of a program, if it was made from what is on disk now. */
function find(cache, program) {
  const kept = JSON.parse(readFileSync(join(cache, 'kept.json'), 'utf8'));
  if (kept.program !== program || kept.inputs.some(([path, stamp]) => stamp !== stampOf(path))) return undefined;
  const code = readFileSync(kept.file, 'latin1'); // not decoded: its length says whether it is whole, and ASCII
  return code.length === kept.length ? { file: kept.file, code } : undefined;
}

function keep(cache, program, { code, inputs }) {
  // Each bundle has a name of its own: V8 tells two programs apart by their length alone.
  const file = join(cache, `${Date.now()}-${process.pid}.js`);
  optionally(() => {
    rmSync(cache, { recursive: true, force: true });
    mkdirSync(cache, { recursive: true });
    writeFileSync(file, code);
    writeFileSync(join(cache, 'kept.json'), JSON.stringify({ program, file, length: code.length, inputs }));
  });
  return { file, code };
}

function run(root, { file, code }) {
  const cachedData = optionally(() => readFileSync(`${file}.v8`));
  const importModuleDynamically = constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  const script = new Script(code, { filename: 'bundle.js', cachedData, importModuleDynamically });
  const keepCompiled = () => {
    writeFileSync(`${file}.${process.pid}`, script.createCachedData());
    renameSync(`${file}.${process.pid}`, `${file}.v8`);
  };
  // At the end, when V8 has compiled what the program needs; not when it stopped half-way.
  if (cachedData === undefined || script.cachedDataRejected)
    process.on('exit', () => process.exitCode || optionally(keepCompiled));
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(join(root, 'main.ts')), module);
  return module.exports;
}

/** The message alone where it says all, as that of a UserError; otherwise the stack trace, with places in the sources. */
function describe(error, code, isExplained) {
  const { message = `thrown: ${error}`, stack = '' } = Object(error);
  // cdk8s throws what `node.addValidation` found as an ordinary error.
  const isPlain = isExplained || message.startsWith('Validation failed with') || !/\n +at /.test(stack);
  if (isPlain || code === undefined) return message; // without code the compiler speaks
  const map = Buffer.from(code.slice(code.lastIndexOf('base64,') + 7), 'base64').toString();
  const sources = new SourceMap(JSON.parse(map));
  const mapped = stack.replace(/\bbundle\.js:(\d+):(\d+)/g, (place, line, column) => {
    const origin = sources.findOrigin(Number(line), Number(column));
    return 'fileName' in origin ? `${origin.fileName}:${origin.lineNumber}:${origin.columnNumber}` : place;
  });
  // Without esbuild's helpers, and all that called the program.
  return mapped.replace(/\n +at (\S+ \(bundle\.js:[\d:]+\)|[^\n]*\brun:\d[^]*)/g, '');
}

/** What is kept only saves time: where it cannot be read or written, the program runs without. */
function optionally(action) {
  try {
    return action();
  } catch {
    return undefined;
  }
}

module.exports = { load };
