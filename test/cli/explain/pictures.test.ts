import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { directoryOf, helloWorld } from '../../support/config';
import { runCommand } from '../../support/run-command';

const WRITES = `<adapter><unique-id>a</unique-id><channel-list><channel><unique-id>c</unique-id><workflow-list>
  <standard-workflow><unique-id>w</unique-id><producer class="no-such-producer"/></standard-workflow>
  </workflow-list></channel></channel-list></adapter>`;

describe('explain --format html, svg and mermaid', () => {
  it.each([
    ['html', /^<!doctype html>[^]*<\/html>\n$/],
    ['svg', /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^]*<\/svg>\n$/],
    ['mermaid', /^flowchart LR\n[^]*path-0-0 --> service-0\n/],
  ])('given a directory, then %s is written to stdout', async (format, expected) => {
    const { code, stdout, stderr } = await runCommand(['explain', 'config', '--format', format]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(expected);
  });

  it('given a file, then it is written there, and its name is printed', async () => {
    const output = join(directoryOf({}), 'adapter.svg');
    const { code, stdout } = await runCommand(['explain', 'config', '--format', 'svg', '--output', output]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${output}\n` });
    expect(readFileSync(output, 'utf8')).toMatch(/^<svg /);
  });

  it('given errors, then they are marked in the picture, and said on stderr with the code of errors', async () => {
    const config = helloWorld({ 'adapter.xml': WRITES });
    const { code, stdout, stderr } = await runCommand(['explain', config, '--format', 'mermaid']);
    expect(code).toBe(1);
    expect(stderr).toContain('no-such-producer');
    expect(stdout).toMatch(/class \S+ error\n$/);
  });

  it('given an adapter that cannot be read, then the rest is drawn, with the error marked, and said without a stack trace', async () => {
    const { code, stdout, stderr } = await runCommand([
      'explain',
      helloWorld({ 'adapter.xml': '<adapter>' }),
      '--format',
      'svg',
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('adapter.xml:1');
    expect(stderr).not.toMatch(/\n +at /);
    expect(stdout).toContain('badge error');
  });

  it.each([
    [
      ['--format', 'svg', '--field', 'probe'],
      '--field: a picture shows everything; choose --format text, json, markdown',
    ],
    [['--format', 'html', '--diff', 'HEAD'], '--diff: a picture shows everything'],
    [['--format', 'html', '--adapter', 'orders'], "--adapter: got 'orders', expected one of adapter"],
    [['--output', 'not-there/a.txt'], "--output: got 'not-there/a.txt', expected a file in a directory that is there"],
    [['--adapter', 'orders'], '--adapter: chooses a picture, which is --format html, svg, mermaid'],
  ])('given %j, then it says what goes together', async (argv, message) => {
    const { code, stdout, stderr } = await runCommand(['explain', 'config', ...argv]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });
});
