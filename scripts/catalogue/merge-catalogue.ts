/* `npm run catalogue:merge -- described.json catalogue.json`: the project's catalogue with one more release, to be looked through. */
import { readFileSync, writeFileSync } from 'node:fs';
import { UserError } from '../../lib/errors/user-error';
import { checkCatalogue } from './check-catalogue';
import { decodeCatalogue, formatCatalogue } from './decode';
import { mergeCatalogues } from './merge';

const USAGE = 'Usage: npm run catalogue:merge -- <described.json> <catalogue.json>';

function run(): void {
  const [source, target, ...rest] = process.argv.slice(2);
  if (source === undefined || target === undefined || rest.length > 0) throw new UserError(USAGE);
  const described = checkCatalogue(source, read(source));
  const merged = mergeCatalogues(decodeCatalogue(), described);
  writeFileSync(target, formatCatalogue(merged.catalogue));
  const { added, removed, changed, toExamine } = merged;
  process.stdout.write(
    [
      `${target}: ${added.length} classes added, ${removed.length} removed, ${changed.length} changed`,
      ...removed.map((name) => `removed: ${name}`),
      ...toExamine.map((name) => `look into: ${name}`),
      '',
    ].join('\n'),
  );
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
