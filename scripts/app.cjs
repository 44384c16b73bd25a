/**
 * The app of cdk8s.yaml, and `npm run synth`: runs main.ts without a type check. What it writes goes to a directory of this
 * run first and, when main.ts ended well and no finding is an error, to dist/ (or to CDK8S_OUTDIR).
 */
const { cpSync, existsSync, mkdirSync, rmSync } = require('node:fs');
const { dirname, join, resolve } = require('node:path');
const { runMain } = require('./runner/main-program.cjs');
const { filesIn, publish } = require('./runner/publish.cjs');

const root = dirname(__dirname);
/** The `output` of cdk8s.yaml, which the CLI deletes before it runs the app. */
const outputOfCli = join(root, 'build', 'dist');
const isUnderCli = process.argv.includes('--under-cli');
const requested = process.env.CDK8S_OUTDIR ? resolve(process.env.CDK8S_OUTDIR) : undefined;
const staging = `${requested ?? join(root, 'dist')}.${process.pid}`;

const [main = join(root, 'main.ts'), ...others] = process.argv.slice(2).filter((arg) => arg !== '--under-cli');
if (main.startsWith('-') || others.length > 0) {
  process.stderr.write('Usage: node scripts/app.cjs [--under-cli] [main.ts]\n');
  process.exit(2);
}
const entry = resolve(main);
process.env.CDK8S_OUTDIR = staging;
process.chdir(root); // paths in main.ts are relative to the project
try {
  mkdirSync(staging, { recursive: true });
  void runMain(root, entry, finish);
} catch (error) {
  process.exitCode = finish(1, undefined, error);
}

function finish(code, collected, problem) {
  if (collected?.findings.length > 0) process.stderr.write(collected.text());
  try {
    if (code === 0 && !collected.hasErrors()) return deliver();
  } catch (error) {
    problem = error;
  } finally {
    if (existsSync(staging)) rmSync(staging, { recursive: true });
  }
  process.stderr.write(`Nothing was written${problem === undefined ? '' : `: ${problem.message}`}\n`);
  if (!isUnderCli) return code || 1;
  // The CLI adds a stack trace to an exit code of the app; when there is no output, it says so in a line and fails itself.
  rmSync(requested ?? outputOfCli, { recursive: true, force: true });
  return 0;
}

function deliver() {
  if (filesIn(staging).length === 0)
    throw new Error('main.ts made no manifest. Does it make a chart and call app.synth(), without an outdir?');
  if (requested !== undefined) cpSync(staging, requested, { recursive: true });
  if (requested !== undefined && requested !== outputOfCli) return 0;
  (isUnderCli ? process.stderr : process.stdout).write(publish(staging, join(root, 'dist')));
  return 0;
}
