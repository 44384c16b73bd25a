/** Runs main.ts, or another composition root, with its findings collected, and ends the process with the outcome. */
const { relative } = require('node:path');
const { load } = require('./load.cjs');

/**
 * @param {string} root the project directory
 * @param {string} entry absolute path of the composition root
 * @param {(code: number, collected?: import('./findings.ts').Collected) => number} finish called once, when nothing is left
 * to do, with the exit code so far; returns the exit code of the process
 */
async function runMain(root, entry, finish) {
  let collected;
  let failure;
  let program;
  const fail = (error) => {
    failure ??= { error };
    process.exit(1);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  // At the exit, for main.ts may go on after it returned, and may end the process itself.
  process.on('exit', (code) => {
    try {
      if (failure !== undefined && !program?.findings.isReported(failure.error))
        process.stderr.write(
          `${describeError(failure.error, program?.findings.isUserError, collected?.hasErrors())}\n`,
        );
      process.exitCode = finish(failure === undefined ? code : 1, collected);
    } catch (error) {
      process.stderr.write(`${describeError(error)}\n`);
      process.exitCode = 1;
    }
  });
  try {
    const path = JSON.stringify(`./${relative(root, entry).replaceAll('\\', '/')}`);
    const findings = './scripts/runner/findings.ts';
    const contents = `exports.findings = require('${findings}'); exports.main = () => require(${path});`;
    program = await load(root, contents, entry);
    collected = program.findings.collect();
    program.main();
    setImmediate(endIfIdle);
  } catch (error) {
    fail(error);
  }
}

/**
 * Ends the process at once when main.ts left nothing to wait for. Otherwise Node would wait for V8's compiler, which is
 * still at work on code that is not needed any more.
 */
function endIfIdle() {
  if (process.getActiveResourcesInfo().every((resource) => resource === 'TTYWrap')) process.exit();
}

/** @type {typeof import('./errors.cjs').describe} */
function describeError(...problem) {
  return require('./errors.cjs').describe(...problem); // not loaded before: most runs never need it
}

module.exports = { runMain };
