import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readConfiguration } from '../../lib/interlok';
import { withConfigDirectory } from '../support/config-directory';
import { A_SECOND, effortOf } from '../support/effort';

/** Reads a directory with the given files; the effort that it took. */
function effortOfReading(files: Readonly<Record<string, string | Buffer>>): number {
  return withConfigDirectory(files, (directory) =>
    effortOf(() => {
      expect(readConfiguration(directory).adapter.listeners).toBeDefined();
    }),
  );
}

const words = [
  '<',
  '>',
  '</',
  '/>',
  '${',
  '}',
  '&',
  ';',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<!DOCTYPE x [',
  ']>',
  '"',
  '=',
];
const names = [
  'adapter',
  'channel-list',
  'channel',
  'port',
  ' class="jetty-http-connection"',
  'workflow-list',
  'a',
  '\\',
  '\n',
  '8080',
];
const soup = fc.array(fc.oneof(fc.constantFrom(...words, ...names), fc.string({ unit: 'binary', maxLength: 3 })), {
  maxLength: 60,
});
const content = fc.oneof(
  soup.map((pieces) => Buffer.from(pieces.join(''))),
  soup.map((pieces) => Buffer.from(`\ufeff${pieces.join('')}`, 'utf16le')),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
);
const path = fc.constantFrom(
  'adapter.xml',
  'bootstrap.properties',
  'jetty.xml',
  'variables.properties',
  'a/b.bin',
  'log4j2.xml',
);

const bootstrap = [
  'managementComponents=jetty:jmx',
  'webServerConfigUrl=./config/jetty.xml',
  'preProcessors=variableSubstitution:environmentVariables',
  'variable-substitution.properties.url=./config/variables.properties',
].join('\n');

describe('any input', () => {
  test('given any bytes in any file, when the directory is read, then there are findings or a model, and no exception', () => {
    fc.assert(
      fc.property(fc.dictionary(path, content, { maxKeys: 4 }), (files) => {
        expect(effortOfReading({ 'bootstrap.properties': bootstrap, ...files })).toBeLessThan(A_SECOND);
      }),
      { numRuns: 150 },
    );
  });

  const fixtures = ['embedded-api', 'many-listeners', 'beautified-3x', 'retry-via-jetty'].map((name) =>
    readFileSync(join(__dirname, '../fixtures', name, 'adapter.xml')),
  );
  const mutated = fc
    .tuple(fc.constantFrom(...fixtures), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40), content)
    .map(([bytes, share, length, inserted]) => {
      const at = Math.floor(share * bytes.length);
      return Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + length)]);
    });

  test('given adapters with a piece replaced by anything, when read, then there are findings or a model, and no exception', () => {
    fc.assert(
      fc.property(mutated, fc.constantFrom('3.9.3', '3.12.0', '4.9.3', '5.0.1'), (adapter, release) => {
        const files = { 'bootstrap.properties': bootstrap, 'adapter.xml': adapter };
        const { findings, adapter: model } = withConfigDirectory(files, (directory) =>
          readConfiguration(directory, { release }),
        );
        for (const { line = 1, column = 1, message, hint } of findings) {
          expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
          expect(message).not.toBe('');
          expect(hint).not.toBe('');
        }
        for (const { port } of model.listeners) expect(port).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  const megabyte = 1024 * 1024;
  const fill = (piece: string): string => piece.repeat(Math.ceil(megabyte / piece.length));
  const element =
    '<channel><consume-connection class="jetty-http-connection"><port>${p}</port></consume-connection></channel>';
  test.each<[string, Readonly<Record<string, string>>]>([
    ['opening marks alone', { 'adapter.xml': `<adapter>${fill('${')}</adapter>` }],
    ['closing marks alone', { 'adapter.xml': `<adapter>${fill('}')}</adapter>` }],
    ['opening marks and one closing', { 'adapter.xml': `<adapter>${fill('${')}}</adapter>` }],
    ['variables', { 'adapter.xml': `<adapter>${fill('${p}')}</adapter>`, 'variables.properties': 'p=1' }],
    [
      'channels',
      {
        'adapter.xml': `<adapter><channel-list>${fill(element)}</channel-list></adapter>`,
        'variables.properties': 'p=1',
      },
    ],
    ['nested elements', { 'adapter.xml': fill('<a>') }],
    ['attributes', { 'adapter.xml': `<adapter ${Array.from({ length: 80_000 }, (_, i) => `a${i}="x"`).join(' ')}/>` }],
    ['less-than signs', { 'adapter.xml': fill('<') }],
    ['ampersands', { 'adapter.xml': `<adapter>${fill('&')}</adapter>` }],
    ['references', { 'adapter.xml': `<adapter>${fill('&amp;')}</adapter>` }],
    ['comments', { 'adapter.xml': `<adapter>${fill('<!---->x')}</adapter>` }],
    ['white space', { 'adapter.xml': fill(' ') }],
    ['properties', { 'adapter.xml': '<adapter/>', 'bootstrap.properties': `${bootstrap}\n${fill('k=v\n')}` }],
    ['one property', { 'adapter.xml': '<adapter/>', 'bootstrap.properties': `k=${fill('\\')}` }],
    [
      'variables that hold the next one',
      {
        'adapter.xml': '<adapter>${v0}</adapter>',
        'variables.properties': Array.from({ length: 40_000 }, (_, i) => `v${i}=\${v${i + 1}}`).join('\n'),
      },
    ],
    [
      'variables that hold the next one twice',
      {
        'adapter.xml': '<adapter>${v0}</adapter>',
        'variables.properties':
          Array.from({ length: 100 }, (_, i) => `v${i}=\${v${i + 1}}\${v${i + 1}}`).join('\n') + '\nv100=x',
      },
    ],
    [
      'consumers on shared connections',
      {
        'adapter.xml': `<adapter><channel-list>${fill(
          '<channel><consume-connection class="shared-connection"><lookup-name>x</lookup-name></consume-connection>' +
            '<workflow-list><w><consumer class="jetty-message-consumer"><path>/</path></consumer></w></workflow-list></channel>',
        )}</channel-list></adapter>`,
      },
    ],
    [
      'standalone consumers in one list',
      { 'adapter.xml': `<adapter>${fill('<consumer class="jetty-message-consumer"/>')}</adapter>` },
    ],
  ])('given a megabyte of %s, when it is read, then the effort is bounded', (_, files) => {
    expect(effortOfReading({ 'bootstrap.properties': bootstrap, ...files })).toBeLessThan(4 * A_SECOND);
  });
});
