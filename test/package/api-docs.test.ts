import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const REPOSITORY = resolve(__dirname, '../..');

/** The pages below a directory, by their paths. */
function pagesIn(directory: string): Record<string, string> {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
  return Object.fromEntries(
    files.sort().map((file) => [file.replaceAll('\\', '/'), readFileSync(join(directory, file), 'utf8')]),
  );
}

test('given the docstrings as they are, then docs/api is what npm run docs makes of them', () => {
  const directory = mkdtempSync(join(tmpdir(), 'api-'));
  const typedoc = join(REPOSITORY, 'node_modules/typedoc/bin/typedoc');
  const { status } = spawnSync(process.execPath, [typedoc, '--out', directory], {
    cwd: REPOSITORY,
    encoding: 'utf8',
  });

  expect(status).toBe(0);
  expect(pagesIn(join(REPOSITORY, 'docs/api'))).toEqual(pagesIn(directory));
  rmSync(directory, { recursive: true });
});
