import fc from 'fast-check';
import * as yaml from 'yaml';
import type { ConfigFile } from '../../../lib/interlok/index';
import { configMapContent, configMapKey } from '../../../lib/kubernetes/configuration/config-map-content';

function file(path: string, content: string | Buffer): ConfigFile {
  const bytes = Buffer.from(content as string);
  return { path, bytes, generated: false, ...(typeof content === 'string' && { text: content }) };
}

describe('configMapContent', () => {
  test('given a program, when laid out, then it may be executed in the pod', () => {
    const { items } = configMapContent([file('a.xml', ''), { ...file('bin/run.sh', '#!/bin/sh'), executable: true }]);

    expect(items).toEqual([
      { key: 'a.xml', path: 'a.xml' },
      { key: 'bin__run.sh', path: 'bin/run.sh', mode: 0o755 },
    ]);
  });

  test('given text and binary files, when laid out, then text is in data and the rest in binaryData, byte for byte', () => {
    const keystore = Buffer.from([0xfe, 0xed, 0xfe, 0xed, 0x00]);

    const content = configMapContent([file('adapter.xml', '<adapter/>\r\n'), file('keys/server.jks', keystore)]);

    expect(content.data).toEqual({ 'adapter.xml': '<adapter/>\r\n' });
    expect(content.binaryData).toEqual({ 'keys__server.jks': keystore.toString('base64') });
    expect(content.items).toEqual([
      { key: 'adapter.xml', path: 'adapter.xml' },
      { key: 'keys__server.jks', path: 'keys/server.jks' },
    ]);
  });

  test.each([
    ['white space alone', ' \n'],
    ['an empty file', ''],
    ['a line separator of Unicode', 'a\u2028b'],
    ['a next-line character', 'a\u0085b'],
    ['a byte order mark', '\ufeffa'],
    ['a control character', 'a\u0001b'],
    ['a tab first, which kubectl takes for indentation', '\tkey=value\n'],
    ['a tab first after empty lines', '\n\n\t<adapter/>\n'],
  ])('given %s, which not every YAML reader keeps, when laid out, then it is in binaryData', (_, text) => {
    expect(configMapContent([file('a.txt', text)]).binaryData).toEqual({
      'a.txt': Buffer.from(text).toString('base64'),
    });
  });

  test('given any text in data, when written as YAML 1.1 and read back, then it is the same', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: fc.constantFrom(' ', '\n', '\r', '\t', '#', ':', 'a', '|', '-') }),
        ),
        (text) => {
          const { data } = configMapContent([file('a.txt', text)]);
          const written = yaml.stringify({ data }, { version: '1.1', lineWidth: 0 });
          expect(yaml.parse(written, { version: '1.1' })).toEqual({ data });
        },
      ),
    );
  });

  test('given the same files, then the hash is the same; given another byte, path or split, then it is another', () => {
    const hash = (...files: ConfigFile[]): string => configMapContent(files).hash;
    const base = hash(file('a', 'x'), file('b', 'y'));

    expect(hash(file('a', 'x'), file('b', 'y'))).toBe(base);
    expect(base).toMatch(/^[0-9a-f]{10}$/);
    const others = [
      hash(file('a', 'x'), file('b', 'z')),
      hash(file('a', 'x'), file('c', 'y')),
      hash(file('a', 'xy'), file('b', '')),
    ];
    for (const other of others) expect(other).not.toBe(base);
  });
});

describe('configMapKey', () => {
  test('given any path, then the key has only what a key may have', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (path) => {
        expect(configMapKey(path)).toMatch(/^[-._a-zA-Z0-9]+$/);
      }),
    );
  });

  test('given names that keys cannot hold, then they are spelt out', () => {
    expect(configMapKey('mapping/order list.xsl')).toBe('mapping__order_x20_list.xsl');
  });
});
