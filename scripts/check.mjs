#!/usr/bin/env node
/** `npm run check`: prints what is found in the configurations of main.ts, or in directories; writes no manifest. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './runner/load.cjs';
import { runMain } from './runner/main-program.cjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const script = join(root, 'cli', 'program.ts');
const program = `exports.run = require('./cli/program.ts').run; exports.thisProcess = require('./cli/context.ts').thisProcess;`;
const { run, thisProcess } = await load(root, program, script);
process.exitCode = await run(['check', ...process.argv.slice(2)], { ...thisProcess, checkMain });

async function checkMain(main, render) {
  const entry = resolve(main ?? join(root, 'main.ts'));
  const discarded = mkdtempSync(join(tmpdir(), 'interlok-check-'));
  process.env.CDK8S_OUTDIR = discarded;
  process.chdir(root); // paths in main.ts are relative to the project
  await runMain(root, entry, (code, collected) => {
    rmSync(discarded, { recursive: true, force: true });
    if (collected === undefined) return code;
    // A main.ts that failed, and says so on stderr, was not found to be without fault.
    if (code === 0 || collected.findings.length > 0) process.stdout.write(render(collected.findings));
    return code === 0 && collected.hasErrors() ? 1 : code;
  });
  return 0; // the code of the process is set when it ends
}
