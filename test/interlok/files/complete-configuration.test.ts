import fc from 'fast-check';
import { readConfiguration } from '../../../lib/interlok/index';
import type { ReadOptions } from '../../../lib/interlok/index';
import { PropertiesFile } from '../../../lib/interlok/files/properties';
import type { Files } from '../../support/config-directory';
import { withConfigDirectory } from '../../support/config-directory';

const adapter = { 'adapter.xml': '<adapter><unique-id>a</unique-id></adapter>' };

function complete(files: Files, options: ReadOptions = {}): ReadonlyMap<string, { text: string; generated: boolean }> {
  const read = withConfigDirectory(
    { ...adapter, ...files },
    (directory) => readConfiguration(directory, options).files,
  );
  return new Map(read.map(({ path, bytes, generated }) => [path, { text: bytes.toString('latin1'), generated }]));
}

function keysOf(text: string): Readonly<Record<string, string>> {
  const file = new PropertiesFile('bootstrap.properties', Buffer.from(text, 'latin1'));
  return Object.fromEntries(file.effective().map(({ key, value }) => [key, value]));
}

const needed = {
  'adapterConfigUrl.0': 'file://localhost/./config/adapter.xml',
  startAdapterQuietly: 'false',
  operationTimeout: '120000',
};

describe('completeConfiguration', () => {
  test('given neither file, when completed, then both are there, and log4j2 leaves the shutdown to Interlok', () => {
    const files = complete({});
    expect(keysOf(files.get('bootstrap.properties')?.text ?? '')).toEqual(needed);
    expect(files.get('log4j2.xml')?.text).toContain('shutdownHook="disable"');
    expect(files.get('log4j2.xml')?.text).toContain('<Root level="INFO">');
    expect([...files.values()].map(({ generated }) => generated)).toEqual([false, true, true]);
  });

  test('given every key, in other spellings too, when completed, then the file stays as it is', () => {
    const text = 'ADAPTERCONFIGURL=./config/adapter.xml\nstartadapterquietly=true\noperationTimeout=1\n';
    expect(complete({ 'bootstrap.properties': text }).get('bootstrap.properties')).toEqual({ text, generated: false });
  });

  test('given some keys, when completed, then what is there comes first and the rest follows with the reasons', () => {
    const text = '# mine\r\noperationTimeout=5000\r\n';
    const completed = complete({ 'bootstrap.properties': text }).get('bootstrap.properties');
    expect(completed?.text.startsWith(`${text}\r\n# Added by`)).toBe(true);
    expect(completed?.text).not.toMatch(/[^\r]\n/);
    expect(completed?.generated).toBe(true);
  });

  test.each<[string, ReadOptions]>([
    ['switched off', { complete: false }],
    ['part of the image', { bakedIn: true }],
  ])('given a configuration whose completing is %s, when read, then nothing is added', (_, options) => {
    expect([...complete({}, options).keys()]).toEqual(['adapter.xml']);
  });

  test.each<[string, Files, ReadOptions]>([
    ['another format', { 'log4j2.yaml': '' }, {}],
    ['a loggingConfigUrl', { 'bootstrap.properties': 'loggingConfigUrl=file:///x' }, {}],
    ['a Secret', {}, { externalFiles: ['log4j2.xml'] }],
  ])('given logging that comes from %s, when completed, then there is no log4j2.xml', (_, files, options) => {
    expect(complete(files, options).has('log4j2.xml')).toBe(false);
  });

  test('given a loggingConfigUrl for the log4j2.xml that mounting hides, when completed, then that file is written', () => {
    const bootstrap = 'loggingConfigUrl=file://localhost/./config/log4j2.xml';
    expect(complete({ 'bootstrap.properties': bootstrap }).has('log4j2.xml')).toBe(true);
  });

  test('given any bootstrap.properties, when completed, then its bytes come first, its keys keep their values, and none that a pod needs is missing', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '# c',
        '! c',
        '',
        '   ',
        'k = v',
        'key\\',
        'k=v\\',
        'k=v\\\\',
        'operationTimeout=1',
        'startAdapterQuietly=true',
        'ü=ü',
      ),
      fc.string({ unit: fc.constantFrom('a', 'b', '=', ':', ' ', '#', '!', '\\', '\t'), maxLength: 8 }),
    );
    const text = fc
      .tuple(fc.array(line), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean())
      .map(([lines, newline, ends]) => lines.join(newline) + (ends ? newline : ''));
    fc.assert(
      fc.property(text, (before) => {
        const bytes = Buffer.from(before).toString('latin1');
        const after = complete({ 'bootstrap.properties': before }).get('bootstrap.properties')?.text ?? '';
        expect(after.startsWith(bytes)).toBe(true);
        const { 'adapterConfigUrl.0': url, startAdapterQuietly, operationTimeout, ...rest } = keysOf(after);
        // A lone backslash as the last byte is an empty key to Java; with more behind it, it is none.
        const { '': nameless, ...named } = keysOf(bytes);
        const own = nameless === undefined || rest[''] === undefined ? named : { ...named, '': nameless };
        expect({ ...needed, ...own, ...rest }).toEqual({
          ...rest,
          'adapterConfigUrl.0': url,
          startAdapterQuietly,
          operationTimeout,
        });
        expect(Object.keys(rest).toSorted()).toEqual(
          Object.keys(own)
            .filter((key) => !Object.hasOwn(needed, key))
            .toSorted(),
        );
      }),
    );
  });
});
