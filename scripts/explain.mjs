#!/usr/bin/env node
/** `npm run explain`: prints where the fields of what main.ts declares, or of a directory, come from; writes no manifest. */
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './runner/load.cjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const script = join(root, 'cli', 'program.ts');
const program = `exports.run = require('./cli/program.ts').run; exports.thisProcess = require('./cli/context.ts').thisProcess;
  exports.explainApp = require('./cli/explain/app.ts').explainApp;
  exports.drawApp = require('./cli/explain/draw-app.ts').drawApp;`;
const { run, thisProcess, explainApp, drawApp } = await load(root, program, script);
process.exitCode = await run(['explain', ...process.argv.slice(2)], { ...thisProcess, explainMain, drawMain });

function explainMain(main, revision, render) {
  const appIn = (copy) => appOf(main, copy);
  return explainApp({ app: appIn(root), appIn, directory: root, main: undefined, revision, render }, thisProcess);
}

function drawMain(main, render) {
  return drawApp({ app: appOf(main, root, 'collect-pictures'), directory: root, main: undefined, render }, thisProcess);
}

/** The command that runs main.ts, or another program, of this project or of a copy of it. */
function appOf(main, copy, ...collect) {
  const entry = relative(root, resolve(main ?? join(root, 'main.ts')));
  const runner = join(root, 'scripts', 'runner', 'explained-main.cjs');
  return [process.execPath, runner, copy, join(copy, entry), ...collect].map((part) => `"${part}"`).join(' ');
}
