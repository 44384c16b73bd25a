import { readConfiguration } from '../../../lib/interlok';
import { readConfigLayers } from '../../../lib/interlok/files/config-layers';
import { directoryOf, HELLO_WORLD } from '../../support/config';

describe('configuration directories laid over one another', () => {
  test('given a file in several, then the last one wins, and each is shown where it lies', () => {
    const base = directoryOf({ 'a.txt': 'base', 'b.txt': 'base', 'keys/k': 'base' });
    const prod = directoryOf({ 'b.txt': 'prod', 'keys/l': 'prod' });

    const { files, directories, findings, displayPath } = readConfigLayers([base, prod]);

    expect(files.map(({ path, text }) => [path, text])).toEqual([
      ['a.txt', 'base'],
      ['b.txt', 'prod'],
      ['keys/k', 'base'],
      ['keys/l', 'prod'],
    ]);
    expect([...directories]).toEqual(['keys']);
    expect(findings).toEqual([]);
    expect(['a.txt', 'b.txt', 'not-there'].map((path) => displayPath(path))).toEqual([
      `${base}/a.txt`,
      `${prod}/b.txt`,
      `${base}/not-there`,
    ]);
  });

  test('given an environment without files, then it changes nothing', () => {
    const base = directoryOf({ 'a.txt': 'base' });

    expect(readConfigLayers([base, directoryOf({})])).toMatchObject({ findings: [], files: [{ path: 'a.txt' }] });
  });

  test('given a directory that does not exist, then it is named, though the other one has all files', () => {
    const { findings } = readConfigLayers([directoryOf({ 'a.txt': '' }), 'environments/prd']);

    expect(findings).toMatchObject([{ rule: 'directory-missing', file: 'environments/prd' }]);
  });

  test('given a file where another one has a directory, then both are named', () => {
    const base = directoryOf({ keys: 'x' });
    const prod = directoryOf({ 'keys/k': 'x' });

    const { findings } = readConfigLayers([base, prod]);

    expect(findings).toMatchObject([
      { rule: 'layers-collide', message: `'${base}/keys' is a file, and '${prod}/keys' a directory` },
    ]);
  });

  test('given an error in the file of an environment, then the finding stands at its own place', () => {
    const base = directoryOf(HELLO_WORLD);
    const prod = directoryOf({ 'adapter.xml': '<adapter>' });

    expect(readConfiguration([base, prod]).findings).toMatchObject([
      { rule: 'malformed-xml', file: `${prod}/adapter.xml`, line: 1 },
    ]);
    expect(readConfiguration([prod, base]).findings).toEqual([]);
  });
});
