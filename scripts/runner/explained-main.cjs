/**
 * Runs main.ts, or another composition root, of a project for the command that explains it, which is told what it made and
 * found: `node scripts/runner/explained-main.cjs <root> <main.ts> [collect-pictures]`. The last one is a program of cli/explain.
 */
const { relative } = require('node:path');
const { load } = require('./load.cjs');

const [root = '.', entry = 'main.ts', collect = 'collect-explanations'] = process.argv.slice(2);
process.chdir(root); // paths in main.ts are relative to the project
void explained();

async function explained() {
  const main = JSON.stringify(`./${relative(root, entry).replaceAll('\\', '/')}`);
  const contents = `require('./cli/explain/${collect}.ts');
    exports.found = require('./lib/findings').installedCollector;
    exports.main = () => require(${main})`;
  let program;
  program = await load(root, contents, entry, () => program?.found()?.findings.length > 0);
  program.main();
}
