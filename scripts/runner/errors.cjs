/** What is printed of an error. */
const { SourceMap } = require('node:module');
const { relative, resolve } = require('node:path');
const { current } = require('./load.cjs');

/**
 * The message alone when the mistake is the user's; otherwise the stack trace, with the positions in the sources.
 *
 * @param {unknown} error
 * @param {(error: unknown) => boolean} [isUserError]
 * @param {boolean} [isConsequence] whether errors were reported before: this one probably follows from them
 */
function describe(error, isUserError = () => false, isConsequence = false) {
  if (!(error instanceof Error) || typeof error.stack !== 'string') return `thrown: ${String(error)}`;
  const hasTrace = /\n\s+at /.test(error.stack);
  if (error.name === 'BundleError' || isUserError(error) || isConsequence || !hasTrace) return error.message;
  return withSourcePositions(error.stack);
}

/** Frames of the runner: they say nothing about the program. */
const OF_RUNNER = /node_modules[\\/]\.cache[\\/]cdk8s-interlok|scripts\/(runner\/)?[\w-]+\.mjs|\(run:\d|node:internal/;

function withSourcePositions(stack) {
  try {
    const map = new SourceMap(JSON.parse(current.map()));
    const mapped = stack.replace(/(^|[(\s])([^\s()]+):(\d+):(\d+)/gm, (whole, before, file, line, column) => {
      if (file !== current.file) return whole;
      const entry = map.findEntry(Number(line) - 1, Number(column) - 1);
      if (!('originalSource' in entry)) return whole;
      const source = resolve(current.root, entry.originalSource);
      return `${before}${relative(process.cwd(), source)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    });
    const frame = (line) => /^\s+at /.test(line);
    return mapped
      .split('\n')
      .filter((line) => !frame(line) || !OF_RUNNER.test(line))
      .join('\n');
  } catch {
    return stack; // a trace with the bundle's positions is better than none
  }
}

module.exports = { describe };
