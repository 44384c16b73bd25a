import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { directoryOf } from './support/config';
import { restrictedViolations } from './support/pod-security';
import { Project } from './support/project';
import { expectStrictlyValid } from './support/strict-schema';

const REPOSITORY = resolve(__dirname, '..');

/** The files of a directory with their texts. */
function textsOf(directory: string): Record<string, string> {
  const names = readdirSync(directory).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(directory, name), 'utf8')]));
}

/** What main.ts writes in an environment. */
function synthesized(env: Readonly<Record<string, string>> = {}): Record<string, string> {
  const directory = directoryOf({});
  const { status, stderr } = spawnSync(process.execPath, [join(REPOSITORY, 'scripts/app.cjs')], {
    env: { ...process.env, ...env, CDK8S_OUTDIR: directory },
    encoding: 'utf8',
  });
  expect({ status, stderr }).toMatchObject({ status: 0 });
  return textsOf(directory);
}

const committed = textsOf(join(REPOSITORY, 'dist'));
const objects = Object.values(committed).flatMap((text) =>
  parseAllDocuments(text).map((document) => document.toJS() as object),
);

test('given the sources, when main.ts is run, then dist/ is what it writes (npm run synth makes it so)', () => {
  expect(synthesized()).toEqual(committed);
});

test.each([
  ['Turkish, east of the date line', { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', TZ: 'Pacific/Kiritimati' }],
  ['no language, a half-hour time zone', { LC_ALL: 'C', LANG: 'C', TZ: 'America/St_Johns' }],
  ['another user and host', { HOME: '/nowhere', USER: 'someone', HOSTNAME: 'elsewhere', TMPDIR: '/tmp' }],
])('given a machine with %s, when main.ts is run, then the bytes are the same', (_what, env) => {
  expect(synthesized(env)).toEqual(committed);
});

test('given a clone in another directory, when main.ts is run, then the bytes are the same', () => {
  const clone = new Project({ 'main.ts': readFileSync(join(REPOSITORY, 'main.ts'), 'utf8') });
  cpSync(join(REPOSITORY, 'config'), join(clone.directory, 'config'), { recursive: true });

  const { code, stderr } = clone.synth();

  expect({ code, stderr }).toMatchObject({ code: 0 });
  expect(textsOf(join(clone.directory, 'dist'))).toEqual(committed);
  clone.remove();
});

test('given dist/, when it is listed, then nothing but manifests lies in it', () => {
  expect(Object.keys(committed).filter((name) => !name.endsWith('.k8s.yaml'))).toEqual([]);
});

test('given dist/, when it is applied file by file, then each object is strictly valid, and so are all together', () => {
  expectStrictlyValid(objects);
});

test('given dist/, when its pods are admitted, then all are restricted', () => {
  expect(restrictedViolations(objects)).toEqual([]);
});
