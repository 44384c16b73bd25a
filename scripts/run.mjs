#!/usr/bin/env node
/** Runs a TypeScript script of this project without a type check: `node scripts/run.mjs kind/up.ts -- --keep`. */
import { statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from './runner/errors.cjs';
import { load } from './runner/load.cjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [script, ...rest] = process.argv.slice(2);
if (script === undefined || statSync(script, { throwIfNoEntry: false })?.isFile() !== true) {
  process.stderr.write(`${script === undefined ? 'no script named' : `${script}: no such file`}\n`);
  process.stderr.write('Usage: node scripts/run.mjs <script.ts> [-- arguments]\n');
  process.exit(2);
}

const fail = (error) => {
  process.stderr.write(`${describe(error)}\n`);
  process.exit(1);
};
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

const file = resolve(script);
process.argv = [process.execPath, file, ...(rest[0] === '--' ? rest.slice(1) : rest)];
try {
  await load(root, `require(${JSON.stringify(`./${relative(root, file).replaceAll('\\', '/')}`)});`, file);
} catch (error) {
  fail(error);
}
