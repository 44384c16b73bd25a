import fc from 'fast-check';
import type { Finding } from '../../../lib/findings/finding';
import { formatSarif } from '../../../lib/findings/sarif-format';
import { formatText } from '../../../lib/findings/text-format';
import { readConfiguration, type ReadOptions } from '../../../lib/interlok';
import { allRules } from '../../../lib/kubernetes/rules/all-rules';
import { withConfigDirectory } from '../../support/config-directory';
import { A_SECOND, effortOf } from '../../support/effort';
import { bootstrapCases } from './cases/bootstrap';
import { listeningCases } from './cases/listening';
import { loadingCases } from './cases/loading';
import { podCases } from './cases/pods';

type Files = Readonly<Record<string, string | Buffer>>;

/** Reads and checks a directory; its effort and the ids of the rules that found something. */
function check(files: Files, options: ReadOptions = {}): { effort: number; found: ReadonlySet<string> } {
  return withConfigDirectory(files, (directory) => {
    let findings: readonly Finding[] = [];
    const effort = effortOf(() => ({ findings } = readConfiguration(directory, options)));
    for (const { rule, file, line = 1, column = 1, message, hint } of findings) {
      expect(allRules.map(({ id }) => id)).toContain(rule);
      expect(file.startsWith(directory)).toBe(true);
      expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
      expect([message.length, hint.length].every((length) => length > 0 && length < 600)).toBe(true);
      if (findings.length > 1000) break;
    }
    if (findings.length < 1000) {
      expect(formatText(findings).split('\n').length).toBeLessThanOrEqual(Math.max(1, findings.length));
      expect(() => JSON.parse(formatSarif(findings, { rules: allRules })) as unknown).not.toThrow();
    }
    return { effort, found: new Set(findings.map(({ rule }) => rule)) };
  });
}

const allCases = Object.values({ ...loadingCases, ...listeningCases, ...bootstrapCases, ...podCases });
const directories = allCases.flatMap(({ good, bad }) => [...good, ...bad]);

/** A configuration of the rules' own cases with a piece of one file deleted, doubled, replaced or cut off. */
const mutated = fc
  .record({
    one: fc.constantFrom(...directories),
    which: fc.nat(3),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(30),
    change: fc.constantFrom('delete', 'duplicate', 'replace', 'truncate'),
    piece: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom('${', '}', '<', '>', '"', '&#0;', '\\u'),
    ),
  })
  .map(({ one, which, share, length, change, piece }) => {
    const names = Object.keys(one.files);
    const name = names[which % names.length] ?? 'adapter.xml';
    const bytes = Buffer.from(one.files[name] ?? '');
    const at = Math.floor(share * bytes.length);
    const [before, middle, after] = [
      bytes.subarray(0, at),
      bytes.subarray(at, at + length),
      bytes.subarray(at + length),
    ];
    const parts = {
      delete: [before, after],
      duplicate: [before, middle, middle, after],
      replace: [before, Buffer.from(piece), after],
      truncate: [before],
    }[change];
    return { files: { ...one.files, [name]: Buffer.concat(parts) }, options: one.options };
  });

test('given a configuration with any piece changed, then it gives findings or a model, never an exception', () => {
  fc.assert(
    fc.property(
      mutated,
      fc.constantFrom('3.9.3', '3.12.0', '4.0.0', '4.9.3', '5.0.3'),
      ({ files, options }, release) => {
        expect(check(files, { instances: 3, ...options, release }).effort).toBeLessThan(A_SECOND);
      },
    ),
    { numRuns: 200 },
  );
});

const word = fc.constantFrom('a', 'jetty', '${X}', '${X', '8080', '/*', ' ', 'PW:x', '\u0000', 'a'.repeat(300));
const element = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    word.map((text) => text.replace(/[<&\u0000]/g, '')),
    fc
      .tuple(
        fc.constantFrom(
          'channel-list',
          'channel',
          'workflow-list',
          'pooling-workflow',
          'consumer',
          'consume-connection',
          'unique-id',
          'port',
          'path',
          'key-value-pair',
          'key',
          'value',
          'password',
          'shared-components',
          'connections',
          'lookup-name',
          'destination',
          'poller',
          'auto-start',
        ),
        fc.constantFrom(
          '',
          ' class="jetty-http-connection"',
          ' class="jetty-embedded-connection"',
          ' class="jetty-message-consumer"',
          ' class="shared-connection"',
          ' class="fs-consumer"',
          ' class="jms-topic-consumer"',
          ' class="${X}"',
        ),
        fc.array(tie('tree'), { maxLength: 4 }),
      )
      .map(([name, attributes, children]) => `<${name}${attributes}>${children.join('')}</${name}>`),
  ),
})).tree;
const lines = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'managementComponents',
        'preProcessors',
        'adapterConfigUrl.1',
        'jmxserviceurl',
        'jetty.http.port',
        'webServerConfigUrl',
        'environment-variables.impl',
        'variable-substitution.properties.url',
        'variable-substitution.varprefix',
        'operationTimeout',
        'x.password',
      ),
      fc.oneof(
        word,
        fc.constantFrom(
          'jetty:jmx',
          'environmentVariables:variableSubstitution',
          'file://localhost/./config/adapter.xml',
          'STRICT',
          'service:jmx:jmxmp://h:1',
        ),
      ),
    ),
  )
  .map((entries) => entries.map(([key, value]) => `${key}=${value}`).join('\n'));

test('given any adapter of known elements with any bootstrap.properties, then it gives findings or a model', () => {
  const generated = fc.record({
    'adapter.xml': fc.array(element, { maxLength: 6 }).map((trees) => `<adapter>${trees.join('')}</adapter>`),
    'bootstrap.properties': lines,
  });
  fc.assert(
    fc.property(generated, (files) => {
      expect(check(files).effort).toBeLessThan(A_SECOND);
    }),
    { numRuns: 150 },
  );
});

const many = (count: number, piece: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => piece(i)).join('');
const strict = `preProcessors=environmentVariables:systemProperties\nenvironment-variables.impl=STRICT\nsystem-properties.impl=STRICT`;

describe('a megabyte', () => {
  it.each<[string, string, Files]>([
    [
      'of variables without a value',
      'unresolved-variable',
      {
        'adapter.xml': `<adapter><x>${many(100_000, (i) => `\${v${i}}`)}</x></adapter>`,
        'bootstrap.properties': strict,
      },
    ],
    [
      'of shared connections that nothing uses, and of names that are not there',
      'shared-component-not-found',
      {
        'adapter.xml': `<adapter><shared-components><connections>${many(6000, (i) => `<c><unique-id>connection-number-${i}</unique-id></c>`)}</connections></shared-components>${many(6000, (i) => `<x class="shared-connection"><lookup-name>conection-number${i}</lookup-name></x>`)}</adapter>`,
      },
    ],
    [
      'of stopped channels with file consumers',
      'adapter-id-missing',
      {
        'adapter.xml': `<adapter><channel-list>${many(9000, (i) => `<channel><unique-id>${i}</unique-id><auto-start>false</auto-start><x><y class="fs-consumer"/></x></channel>`)}</channel-list></adapter>`,
      },
    ],
    [
      'of values in one pair',
      'adapter-id-missing',
      {
        'adapter.xml': `<adapter><key-value-pair>${many(60_000, () => '<value>x</value>')}</key-value-pair></adapter>`,
      },
    ],
    [
      'of listeners on one port',
      'port-conflict',
      {
        'adapter.xml': `<adapter>${many(12_000, (i) => `<c${i} class="jetty-http-connection"><port>8081</port></c${i}>`)}</adapter>`,
      },
    ],
    [
      'of an id',
      'adapter-id-missing',
      {
        'adapter.xml': `<adapter><channel-list><channel><unique-id>${'${'.repeat(500_000)}</unique-id></channel></channel-list></adapter>`,
      },
    ],
    [
      'of a port',
      'adapter-id-missing',
      { 'adapter.xml': `<adapter><c class="jetty-http-connection"><port>${'${'.repeat(500_000)}</port></c></adapter>` },
    ],
    [
      'of a password',
      'adapter-id-missing',
      { 'adapter.xml': `<adapter><password>${'${'.repeat(500_000)}</password></adapter>` },
    ],
    ['of a URL', 'adapter-id-missing', { 'adapter.xml': `<adapter><url>a${'://'.repeat(330_000)} </url></adapter>` }],
    [
      'of component names',
      'component-not-in-image',
      {
        'adapter.xml': '<adapter/>',
        'bootstrap.properties': `managementComponents=${many(120_000, () => 'metrics:')}`,
      },
    ],
    [
      'of mode',
      'unknown-substitution-mode',
      {
        'adapter.xml': '<adapter/>',
        'bootstrap.properties': `preProcessors=environmentVariables\nenvironment-variables.impl=${'S'.repeat(1_000_000)}`,
      },
    ],
  ])('%s is checked in bounded time', (_, rule, files) => {
    const { effort, found } = check(files);
    expect([...found]).toContain(rule);
    expect(effort).toBeLessThan(4 * A_SECOND);
  });
});

describe('hostile documents', () => {
  const laughs = many(9, (i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`);

  it.each<[string, string, Buffer]>([
    [
      'a billion laughs',
      'dtd-not-resolved',
      Buffer.from(`<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]><adapter>&l9;</adapter>`),
    ],
    [
      'an external entity',
      'dtd-not-resolved',
      Buffer.from('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><adapter>&x;</adapter>'),
    ],
    [
      'an external DTD',
      'dtd-not-resolved',
      Buffer.from('<!DOCTYPE adapter SYSTEM "http://example.org/a.dtd"><adapter/>'),
    ],
    ['100 000 nested elements', 'nested-too-deep', Buffer.from('<a>'.repeat(100_000) + '</a>'.repeat(100_000))],
    ['UTF-16 with a byte order mark', 'unsupported-encoding', Buffer.from('\ufeff<adapter/>', 'utf16le')],
    ['UTF-8 with a byte order mark', 'unsupported-encoding', Buffer.from('\ufeff<adapter/>')],
    ['bytes that are no text', 'malformed-xml', Buffer.from('3c61c328', 'hex')],
  ])('given %s, then there is a finding for it, at once', (_, rule, bytes) => {
    const { effort, found } = check({ 'adapter.xml': bytes });
    expect([...found]).toContain(rule);
    expect(effort).toBeLessThan(A_SECOND);
  });

  it('given an external entity, then nothing of the file that it names is in any message', () => {
    withConfigDirectory(
      {
        'adapter.xml':
          '<!DOCTYPE a [<!ENTITY x SYSTEM "bootstrap.properties">]><adapter><unique-id>&x;</unique-id></adapter>',
        'bootstrap.properties': 'marker=42',
      },
      (directory) => {
        const { findings, adapter } = readConfiguration(directory);
        expect(JSON.stringify([findings, adapter])).not.toContain('marker');
      },
    );
  });
});
