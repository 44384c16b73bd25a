import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '../../../lib/interlok/index';
import { readConfigDirectory } from '../../../lib/interlok/files/config-directory';
import { withConfigDirectory } from '../../support/config-directory';
import { A_SECOND, effortOf } from '../../support/effort';

describe('readConfigDirectory', () => {
  test('given files in directories, when read, then they are sorted by code unit, byte for byte', () => {
    const binary = Buffer.from([0xff, 0x00, 0x01]);
    const files = {
      'b.txt': 'b',
      'a/z.bin': binary,
      B: '',
      'bom.xml': '\ufeff<a/>',
      'a-b': 'x',
      'latin.txt': Buffer.from([0xe9]),
    };
    withConfigDirectory(files, (directory) => {
      expect(readConfigDirectory(directory)).toMatchObject({
        findings: [],
        files: [
          { path: 'B', text: '' },
          { path: 'a-b', text: 'x' },
          { path: 'a/z.bin', bytes: binary },
          { path: 'b.txt', text: 'b', generated: false },
          { path: 'bom.xml', text: '\ufeff<a/>' },
          { path: 'latin.txt', bytes: Buffer.from([0xe9]) },
        ],
      });
    });
  });

  test('given bytes that are no UTF-8 text, when read, then the file is binary', () => {
    withConfigDirectory({ nul: 'a\0b', latin: Buffer.from([0xe9]) }, (directory) => {
      expect(readConfigDirectory(directory).files.map((file) => file.text)).toEqual([undefined, undefined]);
    });
  });

  test('given dotfiles and what editors leave behind, when read, then they are left out', () => {
    const left = [
      '.git/config',
      '.DS_Store',
      'adapter.xml~',
      '.adapter.xml.swp',
      'x.swp',
      '#adapter.xml#',
      'a.orig',
      'Thumbs.db',
    ];
    const files = Object.fromEntries([...left, 'adapter.xml.bak', 'a.xml'].map((path) => [path, 'x']));
    withConfigDirectory(files, (directory) => {
      expect(readConfigDirectory(directory).files.map(({ path }) => path)).toEqual(['a.xml', 'adapter.xml.bak']);
    });
  });

  test('given links, when read, then files and directories are followed and circles are warned of', () => {
    const outside = mkdtempSync(join(tmpdir(), 'interlok-outside-'));
    writeFileSync(join(outside, 'shared.xsl'), 'shared');
    withConfigDirectory({ 'a/b.txt': 'b' }, (directory) => {
      symlinkSync(join(outside, 'shared.xsl'), join(directory, 'linked.xsl'));
      symlinkSync(outside, join(directory, 'mapping'));
      symlinkSync('..', join(directory, 'a', 'up'));
      symlinkSync('self', join(directory, 'self'));
      symlinkSync('nowhere', join(directory, 'broken'));
      const { files, findings } = readConfigDirectory(directory);
      expect(files.map(({ path }) => path)).toEqual(['a/b.txt', 'linked.xsl', 'mapping/shared.xsl']);
      expect(findings.map(({ rule, file }) => [rule, file.slice(directory.length)]).toSorted()).toEqual([
        ['file-unreadable', '/broken'],
        ['special-file', '/a/up'],
        ['special-file', '/self'],
      ]);
    });
    rmSync(outside, { recursive: true });
  });

  (process.getuid?.() === 0 ? test.skip : test)(
    'given a file without permission, when read, then it is an error',
    () => {
      withConfigDirectory({ 'adapter.xml': '<adapter/>', secret: 'x' }, (directory) => {
        chmodSync(join(directory, 'secret'), 0);
        expect(readConfigDirectory(directory).findings).toMatchObject([{ rule: 'file-unreadable', severity: 'error' }]);
      });
    },
  );

  test('given programs among the files, when read, then they are known by their permission or their first line', () => {
    withConfigDirectory({ 'adapter.xml': '', 'bin/tool': 'x', 'bin/run.sh': '#!/bin/sh\n' }, (directory) => {
      if (process.platform !== 'win32') chmodSync(join(directory, 'bin/tool'), 0o755);
      const programs = readConfigDirectory(directory).files.filter(({ executable }) => executable);

      expect(programs.map(({ path }) => path)).toEqual(
        process.platform === 'win32' ? ['bin/run.sh'] : ['bin/run.sh', 'bin/tool'],
      );
    });
  });

  test('given a file system without permissions, where every file has them all, when read, then they mean nothing', () => {
    withConfigDirectory({ 'adapter.xml': '', 'log4j2.xml': '' }, (directory) => {
      for (const name of ['adapter.xml', 'log4j2.xml']) chmodSync(join(directory, name), 0o777);

      expect(readConfigDirectory(directory).files.filter(({ executable }) => executable)).toEqual([]);
    });
  });

  test('given 500 files and a megabyte, when read, then the effort is bounded', () => {
    const files = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`d${i % 7}/${i}`, 'x'.repeat(2100)]));
    withConfigDirectory(files, (directory) => {
      const effort = effortOf(() => {
        expect(readConfigDirectory(directory).files).toHaveLength(500);
      });
      expect(effort).toBeLessThan(A_SECOND);
    });
  });
});

describe('readConfiguration of what cannot be read', () => {
  test('given no directory, a file in its place or an empty one, when read, then one finding says so', () => {
    withConfigDirectory({ file: 'x', 'sub/.keep': '' }, (directory) => {
      for (const [name, message] of [
        ['none', 'does not exist'],
        ['file', 'is a file where the configuration directory should be'],
        ['sub', 'has no files'],
      ] as const) {
        const { findings, adapter, files } = readConfiguration(join(directory, name));
        expect(findings).toMatchObject([{ rule: 'directory-missing', severity: 'error', file: join(directory, name) }]);
        expect(findings[0]?.message).toContain(message);
        expect([adapter.id, adapter.listeners, files]).toEqual(['', [], []]);
      }
    });
  });

  const rulesOf = (files: Readonly<Record<string, string>>): readonly (readonly [string, string])[] =>
    withConfigDirectory(files, (directory) =>
      readConfiguration(directory)
        .findings.filter(({ severity }) => severity === 'error')
        .map(({ rule, message }) => [rule, message]),
    );

  test.each<[string, Readonly<Record<string, string>>, string, string]>([
    ['no adapter.xml', { 'x.txt': '' }, 'adapter-missing', "'adapter.xml' is not in the directory"],
    [
      'a directory in its place',
      { 'adapter.xml/x': '' },
      'adapter-missing',
      "'adapter.xml' is a directory where a file should be",
    ],
    ['an empty one', { 'adapter.xml': '' }, 'empty-file', "'adapter.xml' is empty"],
    ['a blank one', { 'adapter.xml': ' \n' }, 'empty-file', "'adapter.xml' holds white space alone"],
    ['a malformed one', { 'adapter.xml': '<adapter>' }, 'malformed-xml', 'malformed XML: unclosed tag: adapter'],
    [
      'a URL of another file',
      { 'adapter.xml': '<adapter/>', 'bootstrap.properties': 'adapterConfigUrl=file:////opt/interlok/config/x.xml' },
      'adapter-missing',
      "'x.xml', which adapterConfigUrl names, is not in the directory",
    ],
    [
      'a directory in place of bootstrap.properties',
      { 'adapter.xml': '<adapter/>', 'bootstrap.properties/x': '' },
      'file-unreadable',
      "'bootstrap.properties' is a directory where a file should be",
    ],
  ])('given %s, when read, then it is an error', (_, files, rule, message) => {
    expect(rulesOf(files)).toContainEqual([rule, message]);
  });

  test.each(['adapter.xml', 'bootstrap.properties'])(
    'given an empty directory in place of %s, when read, then it is an error that says so',
    (name) => {
      withConfigDirectory({ 'notes.txt': '' }, (directory) => {
        mkdirSync(join(directory, name));
        const message = `'${name}' is a directory where a file should be`;
        expect(readConfiguration(directory).findings).toContainEqual(
          expect.objectContaining({ message, severity: 'error' }),
        );
      });
    },
  );

  test('given a fallback URL, when the primary one is not there, then the fallback is read', () => {
    const bootstrap = 'adapterConfigUrl.0=./config/none.xml\nadapterConfigUrl.1=file:./config/sub/b.xml';
    withConfigDirectory(
      { 'sub/b.xml': '<adapter><unique-id>b</unique-id></adapter>', 'bootstrap.properties': bootstrap },
      (directory) => {
        expect(readConfiguration(directory).adapter.id).toBe('b');
      },
    );
  });

  test('given a name with a slash at its end, when read, then places have one slash', () => {
    withConfigDirectory({ 'adapter.xml': '<adapter/>' }, (directory) => {
      mkdirSync(join(directory, 'empty'));
      expect(readConfiguration(`${directory}/`).adapter.file).toBe(`${directory}/adapter.xml`);
    });
  });
});
