import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What the real class makes of the bytes: texts, or undefined for an exception. */
export type JavaAnswer = readonly string[] | undefined;

/** What can be asked: `java.util.Properties` (keys and values by turns, sorted by key), UTF-8, numbers, and the path of a `java.net.URI`. */
export type Question = readonly [what: 'properties' | 'text' | 'int' | 'long' | 'decode' | 'path', bytes: Buffer];

/** Whether a JDK is installed that runs a source file. */
export const hasJdk = spawnSync('javac', ['-version']).status === 0;

/** Asks the JDK's own classes, all questions in one process. */
export function askJava(questions: readonly Question[]): readonly JavaAnswer[] {
  const input = questions.map(([what, bytes]) => `${what} ${bytes.toString('base64')}\n`).join('');
  const source = join(__dirname, 'JavaReads.java');
  const { status, stdout, stderr } = spawnSync('java', ['-XX:TieredStopAtLevel=1', '-Xshare:auto', source], {
    input,
    encoding: 'ascii',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`java ended with ${String(status)}: ${stderr}`);
  return stdout
    .split('\n')
    .slice(0, questions.length)
    .map((line) => (line === '!' ? undefined : texts(line)));
}

function texts(line: string): readonly string[] {
  const parts = line.split(',').slice(0, -1);
  return parts.map((part) => Buffer.from(part, 'base64').swap16().toString('utf16le'));
}
