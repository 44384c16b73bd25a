/* `npm run catalogue -- catalogue.json`: makes lib/interlok/catalogue/data.ts of a catalogue. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../lib/errors/user-error';
import { checkCatalogue } from './check-catalogue';
import { encodeCatalogue } from './encode';
import { sourceOf } from './source';

const TARGET = resolve('lib/interlok/catalogue/data.ts');

function run(): void {
  const [source, ...rest] = process.argv.slice(2);
  if (source === undefined || rest.length > 0) throw new UserError('Usage: npm run catalogue -- <catalogue.json>');
  const text = encodeCatalogue(checkCatalogue(source, read(source)));
  const old = existsSync(TARGET) ? readFileSync(TARGET, 'utf8') : '';
  const made = sourceOf(text);
  if (made !== old) writeFileSync(TARGET, made);
  const changed = made === old ? 'as before' : 'written; see what changed with git diff';
  process.stdout.write(`lib/interlok/catalogue/data.ts: ${text.length} bytes, ${changed}\n`);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UserError(`'${path}' cannot be read`);
  }
}

try {
  run();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
