#!/usr/bin/env node
/** `npm run explain`: prints where the fields of what main.ts declares, or of a directory, come from; writes no manifest. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './runner/load.cjs';
import { runMain } from './runner/main-program.cjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const script = join(root, 'cli', 'program.ts');
const program = `exports.run = require('./cli/program.ts').run; exports.thisProcess = require('./cli/context.ts').thisProcess; exports.WrongUse = require('./cli/wrong-use.ts').WrongUse;`;
const { run, thisProcess, WrongUse } = await load(root, program, script);
process.exitCode = await run(['explain', ...process.argv.slice(2)], { ...thisProcess, explainMain });

async function explainMain(main, render) {
  const entry = resolve(main ?? join(root, 'main.ts'));
  const discarded = mkdtempSync(join(tmpdir(), 'interlok-explain-'));
  process.env.CDK8S_OUTDIR = discarded;
  process.chdir(root); // paths in main.ts are relative to the project
  const finish = (code, collected) => {
    rmSync(discarded, { recursive: true, force: true });
    if (collected === undefined) return code;
    if (collected.findings.length > 0) process.stderr.write(collected.text());
    if (code !== 0 || collected.hasErrors()) return code || 1;
    try {
      process.stdout.write(render(collected.explained()));
      return 0;
    } catch (error) {
      process.stderr.write(`${error.message}\n`);
      return error instanceof WrongUse ? 2 : 1;
    }
  };
  await runMain(root, entry, finish, 'explained.ts');
  return 0; // the code of the process is set when it ends
}
