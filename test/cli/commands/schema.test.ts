import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorSchema, type OwnComponents } from '../../../lib/interlok';
import { directoryOf } from '../../support/config';
import { runCommand } from '../../support/run-command';

const own = (alias: string): OwnComponents => ({
  format: 'interlok-catalogue/1',
  classes: { [`com.example.${alias}`]: { a: alias, k: 'service', x: '~core.ServiceImp' } },
});

describe('schema', () => {
  it('given nothing, then the schema of 5.0.1 with what the stock image has is printed', async () => {
    const { code, stdout, stderr } = await runCommand(['schema']);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(editorSchema({ release: '5.0.1' }));
  });

  it('given a release, then its components are in the schema, and no others', async () => {
    const { stdout } = await runCommand(['schema', '--release', '4.9']);

    expect(stdout).toContain('adapter.xml of Interlok 4.9.0');
    expect(stdout).toContain('<element name="scripting-service">');
    expect(editorSchema({ release: '5.0.1' })).not.toContain('<element name="scripting-service">');
  });

  it('given modules, then their components are there too; given any, then those of all', async () => {
    const json = await runCommand(['schema', '--module', 'interlok-json', '--module', 'interlok-csv']);
    const any = await runCommand(['schema', '--module', 'any']);

    for (const { stdout } of [json, any]) expect(stdout).toContain('<element name="json-path-service">');
    expect(json.stdout).toContain('adapter.xml of Interlok 5.0.1, interlok-json, interlok-csv:');
    expect(json.stdout).not.toContain('<element name="aws-kinesis-stream-producer">');
    expect(any.stdout.length).toBeGreaterThan(json.stdout.length);
  });

  it('given descriptions of components of your own, then all of them are in the schema', async () => {
    const directory = directoryOf({ 'a.json': JSON.stringify(own('mine')), 'b.json': JSON.stringify(own('yours')) });
    const given = ['a.json', 'b.json'].flatMap((name) => ['--own-components', join(directory, name)]);

    const { stdout } = await runCommand(['schema', ...given]);

    for (const alias of ['mine', 'yours']) expect(stdout).toContain(`<element name="${alias}">`);
  });

  it('given a file for it, then it is written as a whole, and the line for adapter.xml is printed', async () => {
    const directory = directoryOf({});
    const file = join(directory, 'my & schema.rng');
    writeFileSync(file, 'of yesterday');

    const { code, stdout } = await runCommand(['schema', '--output', file]);

    expect(code).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(editorSchema({ release: '5.0.1' }));
    expect(readdirSync(directory)).toEqual(['my & schema.rng']);
    expect(stdout).toContain('<?xml-model href="my%20&amp;%20schema.rng"?>');
  });

  it.each([
    [['--release', '5.01'], "--release: got '5.01', expected a release that the catalogue has; did you mean '5.0.1'"],
    [['--release', 'newest'], 'expected a release that the catalogue has, from 3.6.4 to'],
    [
      ['--module', 'interlok-jsn'],
      "--module: got 'interlok-jsn', expected a public module of Interlok; did you mean 'interlok-json'",
    ],
    [['--own-components', 'nowhere.json'], "--own-components: got 'nowhere.json', expected the path of a file"],
    [['--output', 'nowhere/a.rng'], "--output: got 'nowhere/a.rng', expected a file in a directory that is there"],
    [['--output', 'docs'], "--output: got 'docs', expected a file"],
  ])('given %j, then it says what is allowed, prints no schema, and the code is 2', async (argv, message) => {
    const { code, stdout, stderr } = await runCommand(['schema', ...argv]);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('given several mistakes, then all are named at once', async () => {
    const { stderr } = await runCommand(['schema', '--release', '1', '--module', 'a', '--output', 'nowhere/a.rng']);

    expect(stderr.match(/^--\w+: got /gm)).toEqual(['--release: got ', '--module: got ', '--output: got ']);
  });
});
