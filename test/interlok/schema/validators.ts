import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const isInstalled = (program: string, ...args: readonly string[]): boolean =>
  spawnSync(program, args).error === undefined;

const missing = [...(isInstalled('jing') ? [] : ['jing']), ...(isInstalled('xmllint', '--version') ? [] : ['xmllint'])];

/** `describe` where jing and xmllint are installed, else a skipped one, with a message how to get them. */
export function describeWithValidators(name: string, tests: () => void): void {
  if (missing.length === 0) describe(name, tests);
  else {
    const what = `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not installed`;
    process.stderr.write(`skipped: ${name}: ${what} (apt-get install jing libxml2-utils)\n`);
    describe.skip(name, tests);
  }
}

/** `valid`, `refused`, or what each of the two says where they are not of one mind. */
export type Verdict = 'valid' | 'refused' | { readonly jing: string; readonly xmllint: string };

/** What both validators say of documents, in one call of each. What is no XML is refused by any. */
export function judge(schema: string, documents: readonly string[]): readonly Verdict[] {
  const directory = mkdtempSync(join(tmpdir(), 'schema-'));
  try {
    const schemaFile = join(directory, 'schema.rng');
    writeFileSync(schemaFile, schema);
    const files = documents.map((document, i) => {
      const file = join(directory, `${i}.xml`);
      writeFileSync(file, document);
      return file;
    });
    const ofXmllint = run('xmllint', '--noout', '--relaxng', schemaFile, ...files);
    const isXml = (file: string): boolean => /validates|fails to validate/.test(lineOf(ofXmllint, file));
    // jing stops at the first that is no XML.
    const ofJing = run('jing', schemaFile, ...files.filter(isXml));
    expect(ofJing).not.toContain(': fatal: ');
    return files.map((file) => {
      if (!isXml(file)) return 'refused';
      const xmllint = lineOf(ofXmllint, file).includes('fails to validate') ? lineOf(ofXmllint, file) : 'valid';
      const jing = ofJing.split('\n').find((line) => line.startsWith(`${file}:`)) ?? 'valid';
      if (jing === 'valid' || xmllint === 'valid') return jing === xmllint ? 'valid' : { jing, xmllint };
      return 'refused';
    });
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function lineOf(output: string, file: string): string {
  return output.split('\n').find((line) => line.startsWith(`${file} `)) ?? '';
}

function run(program: string, ...args: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error !== undefined) throw error;
  // A schema that is none would refuse everything.
  expect(`${stdout}${stderr}`).not.toMatch(/schema\.rng(:\d+:\d+)?: (fatal|error)|failed to compile/);
  return `${stdout}\n${stderr}`;
}
