/**
 * Runs main.ts, or another composition root, with its findings collected. `finish` is called once, when nothing is left to
 * do, with the exit code so far and what was found; it returns the exit code of the process.
 */
const { relative } = require('node:path');
const { load } = require('./load.cjs');

/**
 * @param {(code: number, collected?: import('./findings.ts').Collected) => number} finish
 */
async function runMain(root, entry, finish) {
  let collected;
  // At the exit, for main.ts may go on after it returned, and may end the process itself.
  process.on('exit', (code) => (process.exitCode = finish(code, collected)));
  const main = JSON.stringify(`./${relative(root, entry).replaceAll('\\', '/')}`);
  const contents = `exports.collect = require('./scripts/runner/findings.ts').collect; exports.main = () => require(${main})`;
  const program = await load(root, contents, entry, () => collected?.hasErrors());
  collected = program.collect();
  program.main();
}

module.exports = { runMain };
