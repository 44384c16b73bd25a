import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Size of a ConfigMap at its limit, and how many files are in it. */
const LARGE_FILES = 500;
const LARGE_BYTES = 1024 * 1024;

/** Size of an adapter.xml that is larger than most. */
const LONG_BYTES = 1_000_000;

/** The Hello World as a number of adapters, one directory each; returns the directory that holds them. */
export function writeAdapters(directory: string, count: number): string {
  const properties = readFileSync('config/bootstrap.properties', 'utf8');
  const adapter = readFileSync('config/adapter.xml', 'utf8');
  for (let i = 0; i < count; i++) {
    const name = `hello-world-${i}`;
    const path = join(directory, name);
    mkdirSync(path, { recursive: true });
    // One of its own each: equal files would be an advantage for whoever caches.
    writeFileSync(join(path, 'adapter.xml'), adapter.replace('hello-world', name).replace('Hello World', `Hello ${i}`));
    writeFileSync(join(path, 'bootstrap.properties'), properties);
  }
  return directory;
}

/** One adapter with as much beside its adapter.xml as a ConfigMap takes; returns the directory that holds it. */
export function writeLargeAdapter(directory: string): string {
  writeAdapters(directory, 1);
  const path = join(directory, 'hello-world-0', 'mappings');
  mkdirSync(path, { recursive: true });
  // What the adapter itself, the files that complete it, and a margin leave.
  const bytes = Math.floor((LARGE_BYTES - 16 * 1024) / LARGE_FILES);
  for (let i = 0; i < LARGE_FILES - 4; i++) {
    const line = `key-${i}=a value that is as long as such values are\n`;
    writeFileSync(join(path, `mapping-${i}.properties`), line.repeat(Math.ceil(bytes / line.length)).slice(0, bytes));
  }
  return directory;
}

/** A directory with one adapter.xml of a megabyte: some 600 channels like that of the Hello World, each with ids, a path and a port of its own. */
export function writeLongAdapter(directory: string): string {
  mkdirSync(directory, { recursive: true });
  const text = readFileSync('config/adapter.xml', 'utf8');
  const [start, end] = [text.indexOf('<channel>'), text.indexOf('</channel-list>')];
  const channel = text.slice(start, end);
  const channels = Array.from({ length: Math.floor(LONG_BYTES / channel.length) }, (_, i) =>
    channel
      .replace(/<unique-id>([^<]*)/g, (_id, id: string) => `<unique-id>${id}-${i}`)
      .replace('<path>/', `<path>/orders-${i}/`)
      .replace(/<port>\d+/, `<port>${10_000 + i}`),
  );
  writeFileSync(join(directory, 'adapter.xml'), text.slice(0, start) + channels.join('') + text.slice(end));
  return directory;
}
