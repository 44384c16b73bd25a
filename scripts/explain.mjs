#!/usr/bin/env node
/** `npm run explain`: prints where the fields of what main.ts declares, or of a directory, come from; writes no manifest. */
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './runner/load.cjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const script = join(root, 'cli', 'program.ts');
const program = `exports.run = require('./cli/program.ts').run; exports.thisProcess = require('./cli/context.ts').thisProcess;
  exports.explainApp = require('./cli/explain/app.ts').explainApp;`;
const { run, thisProcess, explainApp } = await load(root, program, script);
process.exitCode = await run(['explain', ...process.argv.slice(2)], { ...thisProcess, explainMain });

function explainMain(main, revision, render) {
  const entry = relative(root, resolve(main ?? join(root, 'main.ts')));
  const runner = join(root, 'scripts', 'runner', 'explained-main.cjs');
  const appIn = (copy) => [process.execPath, runner, copy, join(copy, entry)].map((part) => `"${part}"`).join(' ');
  return explainApp({ app: appIn(root), appIn, directory: root, main: undefined, revision, render }, thisProcess);
}
