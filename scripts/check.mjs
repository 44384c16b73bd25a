#!/usr/bin/env node
/** `npm run check`: runs main.ts, prints what was found in the configurations, and writes no manifest. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runMain } from './runner/main-program.mjs';

const FORMATS = ['text', 'json'];
const USAGE = `Usage: npm run check -- [--format ${FORMATS.join('|')}] [main.ts]\n`;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { format, entry } = readArguments();
const discarded = mkdtempSync(join(tmpdir(), 'interlok-check-'));
process.env.CDK8S_OUTDIR = discarded;
process.chdir(root); // paths in main.ts are relative to the project
await runMain(root, entry, finish);

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: { format: { type: 'string', default: 'text' } },
      allowPositionals: true,
    });
    const { format } = values;
    if (!FORMATS.includes(format)) throw new Error(`--format: got '${format}', expected one of ${FORMATS.join(', ')}`);
    return { format, entry: resolve(positionals[0] ?? join(root, 'main.ts')) };
  } catch (error) {
    process.stderr.write(`${error.message}\n${USAGE}`);
    return process.exit(2);
  }
}

function finish(code, collected) {
  rmSync(discarded, { recursive: true, force: true });
  if (collected !== undefined) process.stdout.write(`${collected[format]()}\n`);
  return code === 0 && collected.hasErrors() ? 1 : code;
}
