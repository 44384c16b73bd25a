/** Runs a TypeScript script of this project without a type check: `node scripts/run.mjs kind/up.ts -- --keep`. */
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './runner/load.cjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [script, ...rest] = process.argv.slice(2);
if (script === undefined) {
  process.stderr.write('Usage: node scripts/run.mjs <script.ts> [-- arguments]\n');
  process.exit(2);
}
const file = resolve(script);
process.argv = [process.execPath, file, ...(rest[0] === '--' ? rest.slice(1) : rest)];
await load(root, `require(${JSON.stringify(`./${relative(root, file).replaceAll('\\', '/')}`)});`, file);
