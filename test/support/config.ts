import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const REPOSITORY = resolve(__dirname, '../..');
const made: string[] = [];

/** The Hello World configuration of this repository, as `{ file: text }`. */
export const HELLO_WORLD: Readonly<Record<'adapter.xml' | 'bootstrap.properties', string>> = {
  'adapter.xml': readFileSync(join(REPOSITORY, 'config/adapter.xml'), 'utf8'),
  'bootstrap.properties': readFileSync(join(REPOSITORY, 'config/bootstrap.properties'), 'utf8'),
};

/**
 * Writes files into a new temporary directory and returns its path; it is removed after the tests of the file.
 * Names may hold directories: `{ 'adapter.xml': '…', 'schemas/order.xsd': '…' }`.
 */
export function directoryOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const directory = mkdtempSync(join(tmpdir(), 'interlok-'));
  made.push(directory);
  for (const [name, content] of Object.entries(files)) {
    const path = join(directory, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return directory;
}

/** The Hello World configuration in a temporary directory, with files replaced or added; `undefined` leaves one out. */
export function helloWorld(files: Readonly<Record<string, string | Uint8Array | undefined>> = {}): string {
  const all: Record<string, string | Uint8Array | undefined> = { ...HELLO_WORLD, ...files };
  return directoryOf(
    Object.fromEntries(Object.entries(all).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]]))),
  );
}

afterAll(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});
