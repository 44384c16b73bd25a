/** Bundles a program with all that it imports, packages too, into one CommonJS function. */
const { readdirSync, readFileSync, statSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** The code, and each input with what it was. `entry` is the file for which `require.main === module`. */
async function bundle(root, contents, entry) {
  const { build } = await import('esbuild').catch(() => {
    throw new Error('esbuild, which compiles main.ts, is not installed: run npm ci, without --omit=dev');
  });
  const tsconfig = join(root, 'tsconfig.json');
  const inputs = new Map();
  const note = (path) => inputs.has(path) || inputs.set(path, stampOf(path));
  [tsconfig, join(root, 'node_modules', '.package-lock.json'), __filename].forEach(note);
  // The settings that it extends are not known here: bundled anew each time.
  if (readFileSync(tsconfig, 'utf8').includes('"extends"')) inputs.set(tsconfig, undefined);
  const onLoad = ({ path }) => {
    for (const input of inputsOf(root, path)) note(input); // before it is read: a later change is seen the next time
    return { contents: withPlace(path, readFileSync(path), path === entry), loader: /** @type {const} */ ('default') };
  };
  /** @type {import('esbuild').BuildOptions & { write: false }} */
  const options = {
    stdin: { contents, resolveDir: root, sourcefile: 'run' },
    absWorkingDir: root,
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node20',
    tsconfig,
    sourcemap: 'inline',
    sourcesContent: false,
    legalComments: 'none',
    minifyWhitespace: true, // and comments: what is left is ASCII
    lineLimit: 120, // so that the replacement below moves the positions of one line alone
    logLevel: 'silent',
    plugins: [{ name: 'read', setup: (plugin) => plugin.onLoad({ filter: /.*/, namespace: 'file' }, onLoad) }],
    define: { 'require.main': 'main_module' },
    banner: { js: '(function (exports, require, module, __filename, __dirname, main_module) {' },
    footer: { js: '})' },
  };
  // A package that cannot be bundled (native code, for example) is left to be loaded from node_modules.
  const { outputFiles } = await build(options).catch((error) =>
    build({ ...options, packages: 'external' }).catch(() => Promise.reject(error)),
  );
  // For each source that imports a package esbuild copies its exports. One compiled from an ES module needs no copy.
  const code = outputFiles[0]?.text.replace(/__toESM=\((\w+),\s*(\w+),\s*\w+\)=>/, '$&!$2&&$1?.__esModule?$1:');
  return { code, inputs: [...inputs] };
}

/** A source that asks where it lies, as cdk8s does to find a helper, with the answers on its first line. */
function withPlace(path, source, isEntry) {
  if (!/\.[cm]?[jt]sx?$/.test(path) || !/__dirname|__filename|require\.main/.test(source)) return source;
  const [directory, file] = [dirname(path), path].map((place) => JSON.stringify(place));
  const answers = `var __dirname=${directory},__filename=${file},main_module=${isEntry ? 'module' : 'undefined'};`;
  return source.toString().replace(/^(#!.*\n)?(["']use strict["'];)?/, (start) => start + answers);
}

/** What decides the meaning of a source: itself and, outside of packages, what lies around it. */
function* inputsOf(root, source) {
  yield source;
  if (/[\\/]node_modules[\\/]/.test(source)) return;
  let at = source;
  do yield* [(at = dirname(at)), join(at, 'package.json')];
  while (at !== root && at.startsWith(root));
}

/**
 * What an input is now: size and times of a file, the names in a directory that an import can resolve to. Nobody can set
 * the time of the change (ctime), so a file that was replaced by an older one has another. A file that changes right now
 * may do so again within a tick of that clock: it has no stamp, and counts as changed the next time.
 */
function stampOf(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return String(readdirSync(path).filter((name) => /\.([cm]?[jt]sx?|json)$/.test(name)));
  if (stats !== undefined && Date.now() - stats.ctimeMs < 50) return undefined;
  return `${stats?.size} ${stats?.mtimeMs} ${stats?.ctimeMs}`;
}

module.exports = { bundle, stampOf };
