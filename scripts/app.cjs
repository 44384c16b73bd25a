#!/usr/bin/env node
/**
 * The app of cdk8s.yaml, and `npm run synth`: runs main.ts without a type check and publishes what it wrote.
 *
 * The manifests go to a directory of this run first. Only when main.ts ended well, and no finding is an error, they
 * come to dist/ (or to CDK8S_OUTDIR, where that names another directory than the `output` of cdk8s.yaml).
 */
const { rmSync } = require('node:fs');
const { dirname, join, relative, resolve } = require('node:path');
const { runMain } = require('./runner/main-program.cjs');
const { CONSTRUCT_METADATA, copyInto, filesIn, removeOthers } = require('./runner/publish.cjs');

const root = dirname(__dirname);
const published = join(root, 'dist');
/** The `output` of cdk8s.yaml, which the CLI deletes before it runs the app. */
const outputOfCli = join(root, 'build', 'dist');

const { values, positionals } = readArguments();
const requested = process.env.CDK8S_OUTDIR ? resolve(process.env.CDK8S_OUTDIR) : undefined;
const staging = `${requested ?? outputOfCli}.${process.pid}`;
const entry = positionals[0] === undefined ? join(root, 'main.ts') : resolve(positionals[0]);
process.env.CDK8S_OUTDIR = staging;
process.chdir(root); // paths in main.ts are relative to the project
void runMain(root, entry, finish);

function readArguments() {
  if (process.argv.length === 2) return { values: { 'under-cli': false }, positionals: [] }; // the usual run needs no parser
  try {
    return require('node:util').parseArgs({
      options: { 'under-cli': { type: 'boolean', default: false } },
      allowPositionals: true,
    });
  } catch (error) {
    process.stderr.write(`${error.message}\nUsage: node scripts/app.cjs [--under-cli] [main.ts]\n`);
    return process.exit(2);
  }
}

function finish(code, collected) {
  try {
    if (collected?.hasAny()) process.stderr.write(`${collected.text()}\n`);
    if (code === 0 && !collected.hasErrors() && publish()) return 0;
    process.stderr.write('Nothing was written.\n');
    return values['under-cli'] ? failUnderCli() : code || 1;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Whether there was anything to publish. */
function publish() {
  if (filesIn(staging).length === 0) {
    process.stderr.write('main.ts wrote no manifest. Does it make a chart and call app.synth(), without an outdir?\n');
    return false;
  }
  if (requested !== undefined) copyInto(staging, requested);
  if (requested !== undefined && requested !== outputOfCli) return true;
  const { files, changed } = copyInto(staging, published, { except: [CONSTRUCT_METADATA] });
  const removed = removeOthers(published, files);
  const path = (name) => relative(root, join(published, name));
  // The CLI lists the files itself, those of its own directory.
  if (values['under-cli'])
    process.stderr.write(
      `dist/: ${files.length} manifest${files.length === 1 ? '' : 's'}, ${changed.length} changed, ${removed.length} removed\n`,
    );
  else
    process.stdout.write(
      files.map((name) => `  - ${path(name)}\n`).join('') +
        removed.map((name) => `  - ${path(name)} removed\n`).join(''),
    );
  return true;
}

/**
 * The CLI prints a stack trace of its own when the app ends with an error; when the app wrote no directory it says so in
 * one line and exits with 1.
 */
function failUnderCli() {
  rmSync(requested ?? outputOfCli, { recursive: true, force: true });
  return 0;
}
