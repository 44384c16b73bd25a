import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { fixFile, readConfiguration } from '../../../lib/interlok';
import { directoryOf } from '../../support/config';

/** What a file of a directory becomes, by the findings of the directory. */
function fixed(files: Record<string, string | Buffer>, path: string, release = '5.0.1') {
  const directory = directoryOf(files);
  const findings = readConfiguration(directory, { release }).findings.filter(({ file }) => file.endsWith(`/${path}`));
  const result = fixFile(path, readFileSync(join(directory, path)), findings);
  writeFileSync(join(directory, path), result.after);
  const left = readConfiguration(directory, { release }).findings.filter(({ fix }) => fix !== undefined);
  return { ...result, left, rules: result.fixed.map(({ rule }) => rule) };
}

const adapter = (consumer: string, port = '8081'): string => `<adapter>
  <unique-id>a</unique-id>
  <channel-list>
    <channel>
      <unique-id>c</unique-id>
      <consume-connection class="jetty-http-connection">
        <port>${port}</port>
      </consume-connection>
      <workflow-list>
        <standard-workflow>
          <unique-id>w</unique-id>
          ${consumer}
        </standard-workflow>
      </workflow-list>
    </channel>
  </channel-list>
</adapter>
`;

const consumer = (inside: string): string =>
  `<consumer class="jetty-message-consumer">\n            ${inside}\n          </consumer>`;

const oldForm = (value: string, more = '', type = 'configured-consume-destination'): string =>
  consumer(`<destination class="${type}">
              <destination>${value}</destination>${more}
            </destination>`);

describe('a <destination>', () => {
  it('given one with a filter, then <path> and <methods> stand in its place, and nothing else changes', () => {
    const before = adapter(oldForm('/orders', '\n              <filter-expression>GET,POST</filter-expression>'));
    const { after, rules, left } = fixed({ 'adapter.xml': before }, 'adapter.xml');
    expect(after).toBe(adapter(consumer('<path>/orders</path>\n            <methods>GET,POST</methods>')));
    expect(rules).toEqual(['unknown-element']);
    expect(left).toEqual([]);
  });

  it('given variables, entities and CDATA in it, then they are moved as they are written', () => {
    const value = '/a&amp;b/${host}<![CDATA[/x]]>';
    const { after } = fixed({ 'adapter.xml': adapter(oldForm(value)) }, 'adapter.xml');
    expect(after).toBe(adapter(consumer(`<path>${value}</path>`)));
  });

  it('given a consumer of a queue, then it is <queue>', () => {
    const before = adapter(oldForm('SampleQ1').replace('jetty-message-consumer', 'jms-queue-consumer'));
    expect(fixed({ 'adapter.xml': before }, 'adapter.xml').after).toContain('<queue>SampleQ1</queue>');
  });

  it.each([
    ['a comment in it', oldForm('/orders', '<!-- since 2017 -->')],
    ['more in it than the new form has', oldForm('/orders', '<configured-thread-name>x</configured-thread-name>')],
    ['a class that works its value out', oldForm('/orders', '', 'xpath-destination')],
    ['the new form beside it', oldForm('/orders').replace('<destination', '<path>/x</path><destination')],
  ])('given %s, then somebody has to decide: nothing changes', (_, inside) => {
    const before = adapter(inside);
    expect(fixed({ 'adapter.xml': before }, 'adapter.xml')).toMatchObject({ after: before, fixed: [] });
  });

  it('given a release that has it, then nothing changes', () => {
    const before = adapter(oldForm('/orders'));
    expect(fixed({ 'adapter.xml': before }, 'adapter.xml', '3.8.4').after).toBe(before);
  });
});

describe('white space around a number', () => {
  const good = consumer('<path>/orders</path>');

  it('given a port, then it goes', () => {
    const { after, left } = fixed({ 'adapter.xml': adapter(good, '\n          8081\n        ') }, 'adapter.xml');
    expect(after).toBe(adapter(good));
    expect(left).toEqual([]);
  });

  it('given a comment beside the number, then nothing changes', () => {
    const before = adapter(good, ' 8081 <!-- http -->');
    expect(fixed({ 'adapter.xml': before }, 'adapter.xml').after).toBe(before);
  });

  it('given any bytes around it, then those of the white space alone go, and the finding with them', () => {
    const blanks = fc.string({ unit: fc.constantFrom(' ', '\t', '\n'), minLength: 1, maxLength: 5 });
    const comment = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .map((text) => text.replace(/[\u0000-\u001f\ufffe\uffff-]/g, ''));
    fc.assert(
      fc.property(blanks, blanks, comment, fc.boolean(), (before, behind, text, windows) => {
        const written = (port: string): string => {
          const document = `<!--${text}-->\n${adapter(good, port)}`;
          return windows ? document.replace(/\r?\n/g, '\r\n') : document;
        };
        const { after, left } = fixed({ 'adapter.xml': written(`${before}8081${behind}`) }, 'adapter.xml');
        expect(after).toBe(written('8081'));
        expect(left).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('bootstrap.properties', () => {
  const files = (bootstrap: string): Record<string, string> => ({
    'adapter.xml': adapter(consumer('<path>/orders</path>')),
    'bootstrap.properties': bootstrap,
  });

  it('given blanks behind a value that they spoil, then they go', () => {
    const before = '# é\r\noperationTimeout = 30000 \t\r\nstartAdapterQuietly=false \r\nother=kept \r\n';
    const { after, left } = fixed(files(before), 'bootstrap.properties');
    expect(after).toContain('operationTimeout = 30000\r\n');
    expect(after).toContain('startAdapterQuietly=false\r\nother=kept \r\n');
    expect(left).toEqual([]);
  });

  it('given blanks behind the name of a file, then they go', () => {
    const before = 'adapterConfigUrl=file://localhost/./config/adapter.xml  \nstartAdapterQuietly=false\n';
    expect(fixed(files(before), 'bootstrap.properties').after).toBe(before.replace('xml  ', 'xml'));
  });

  it.each([
    ['startAdapterQuietly=true\n', 'startAdapterQuietly=false\n'],
    ['startAdapterQuietly : yes\nx=1', 'startAdapterQuietly : false\nx=1'],
    ['startAdapterQuietly=\nx=1', 'startAdapterQuietly=false\nx=1'],
    ['startAdapterQuietly\nx=1', 'startAdapterQuietly=false\nx=1'],
    ['startAdapterQuietly=tr\\\n   ue\nx=1', 'startAdapterQuietly=false\nx=1'],
  ])('given %j, then failures are told', (before, expected) => {
    const { after, left } = fixed(files(before), 'bootstrap.properties');
    expect(after).toBe(expected);
    expect(left).toEqual([]);
  });

  it('given a byte order mark, then it stays, for it is text to Java', () => {
    const before = '\uFEFF# comment\nstartAdapterQuietly=true\n';
    expect(fixed(files(before), 'bootstrap.properties').after).toBe('\uFEFF# comment\nstartAdapterQuietly=false\n');
  });

  it('given an escaped blank, then it was meant', () => {
    const before = 'startAdapterQuietly=false\noperationTimeout=30000\\ \n';
    expect(fixed(files(before), 'bootstrap.properties').after).toBe(before);
  });
});

it('given a file that is no UTF-8, then nothing changes: its bytes would not come out the same', () => {
  const bytes = Buffer.from(`<!-- \xe9 -->${adapter(consumer('<path>/orders</path>'), ' 8081 ')}`, 'latin1');
  const { findings } = readConfiguration(directoryOf({ 'adapter.xml': bytes }));
  expect(findings.some(({ rule }) => rule === 'port-whitespace')).toBe(true);
  expect(fixFile('adapter.xml', bytes, findings).fixed).toEqual([]);
});
