/** Bundles an entry and all that it imports, packages too, into one CommonJS program. Loaded only when there is none. */
const { readdirSync, readFileSync } = require('node:fs');
const { dirname, join, relative } = require('node:path');
const { build, formatMessages } = require('esbuild');
const { directoriesOf, fingerprint, isOfPackage, names, stamp, standing } = require('./inputs.cjs');
const { withoutCopies } = require('./without-copies.cjs');

const ASKS_WHERE_IT_IS = ['__dirname', '__filename', 'require.main'];

/** The entry cannot be bundled; the message is the compiler's own, with file, line and column. */
class BundleError extends Error {
  /** @override */
  name = 'BundleError';
}

/**
 * @param {string} root the project directory
 * @param {string} contents the program that imports what is to be run
 * @param {string} entry the file for which `require.main === module`
 * @returns {Promise<{ code: string, map: string, name: string | undefined, inputs: object }>} `name` is the fingerprint;
 * undefined when the bundle must not be kept
 */
async function bundle(root, contents, entry) {
  const seen = new Map();
  const reader = inputReader(root, seen, entry);
  const options = buildOptions(root, contents, reader);
  let result = await attempt(options);
  // A package that cannot be bundled (native code, for example) is left to be loaded from node_modules.
  if (result.errors.length > 0) result = await attempt({ ...options, packages: 'external' }, result.errors);
  if (result.errors.length > 0) {
    const color = process.stderr.isTTY && process.env.NO_COLOR === undefined;
    throw new BundleError((await formatMessages(result.errors, { kind: 'error', color })).join('').trimEnd());
  }
  const text = (end) => result.outputFiles?.find(({ path }) => path.endsWith(end))?.text ?? '';
  const inputs = inputsOf(root, seen);
  const name = fingerprint(root, inputs, seen);
  return {
    code: withoutCopies(text('app.js')),
    map: text('app.js.map'),
    name: isCertain(root, inputs, name) ? name : undefined,
    inputs,
  };
}

/** @returns {Promise<{ errors: import('esbuild').Message[], outputFiles?: import('esbuild').OutputFile[] }>} */
async function attempt(options, errorsBefore) {
  try {
    return await build(options);
  } catch (error) {
    if (!Array.isArray(error.errors)) throw error;
    return { errors: errorsBefore ?? error.errors };
  }
}

/** @returns {import('esbuild').BuildOptions} */
function buildOptions(root, contents, reader) {
  return {
    stdin: { contents, resolveDir: root, sourcefile: 'run' },
    absWorkingDir: root,
    outfile: join(root, 'app.js'), // never written: gives the source map its relative paths
    write: false,
    bundle: true,
    platform: 'node',
    target: `node${process.versions.node}`,
    format: 'cjs',
    // As TypeScript resolves: a compiled file beside its source is never taken instead of it.
    resolveExtensions: ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.cjs', '.mjs', '.json'],
    sourcemap: 'external',
    sourcesContent: false,
    minifyWhitespace: true,
    minifySyntax: true, // names stay: they are in messages
    logLevel: 'silent',
    plugins: [reader],
    // Each module keeps its own __dirname: cdk8s itself finds a helper by it.
    define: { __dirname: 'module_dirname', __filename: 'module_filename', 'require.main': 'main_module' },
    banner: { js: '(function (exports, require, module, module_filename, module_dirname, main_module) {' },
    footer: { js: '})' },
  };
}

/** @returns {import('esbuild').Plugin} */
function inputReader(root, seen, entry) {
  return {
    name: 'input-reader',
    setup({ onLoad }) {
      onLoad({ filter: /.*/, namespace: 'file' }, ({ path }) => {
        const ofPackage = isOfPackage(path);
        if (ofPackage) seen.set(path, stamp(path));
        else for (const directory of directoriesOf(root, path)) seen.set(directory, names(directory));
        const source = readFileSync(path);
        if (!ofPackage) seen.set(path, source);
        if (!path.endsWith('.json') && ASKS_WHERE_IT_IS.some((name) => source.includes(name)))
          return { contents: withPlace(path, source.toString(), path === entry), loader: 'default' };
        return ofPackage ? undefined : { contents: source, loader: 'default' };
      });
    },
  };
}

/** The source with its own place as variables, on the first line, behind what must come first there. */
function withPlace(path, source, isMain) {
  const values = {
    module_dirname: JSON.stringify(dirname(path)),
    module_filename: JSON.stringify(path),
    main_module: isMain ? 'module' : 'undefined',
  };
  const variables = Object.entries(values).map(([name, value]) => `${name}=${value}`);
  return source
    .replace(/^#!/, '//')
    .replace(/^(\/\/.*\n)?(["']use strict["'];)?/, (start) => `${start}var ${variables.join(',')};`);
}

function inputsOf(root, seen) {
  const own = new Set(standing(root).own);
  const packages = new Set(standing(root).packages);
  const directories = new Set();
  for (const name of ['bundle.cjs', 'inputs.cjs', 'without-copies.cjs']) own.add(relative(root, join(__dirname, name)));
  for (const [path, value] of seen) {
    if (isOfPackage(path)) packages.add(relative(root, path));
    else if (typeof value === 'string') {
      directories.add(relative(root, path) || '.');
      for (const name of readdirSync(path))
        if (/^(package|tsconfig.*)\.json$/.test(name)) own.add(relative(root, join(path, name)));
    } else own.add(relative(root, path));
  }
  return { own: [...own].sort(), packages: [...packages].sort(), directories: [...directories].sort() };
}

/** Whether nothing changed while the bundle was made, and no file outside the list has a say in it. */
function isCertain(root, inputs, name) {
  const configs = inputs.own.filter((path) => /tsconfig[^/\\]*\.json$/.test(path));
  const extended = configs.flatMap((path) => basesOf(root, path));
  return extended.every((path) => inputs.own.includes(path)) && fingerprint(root, inputs) === name;
}

/** What a tsconfig.json extends, relative to the root; never an input where it is not one file with its full name. */
function basesOf(root, path) {
  const text = readFileSync(join(root, path), 'utf8');
  if (!text.includes('"extends"')) return [];
  const [, base] = /"extends"\s*:\s*"(\.[^"]*)"/.exec(text) ?? [];
  return [base === undefined ? '' : relative(root, join(root, dirname(path), base))];
}

module.exports = { BundleError, bundle };
