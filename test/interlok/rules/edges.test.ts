import type { Finding } from '../../../lib/findings/finding';
import { readConfiguration } from '../../../lib/interlok';
import type { ReadOptions } from '../../../lib/interlok';
import type { Files } from '../../support/config-directory';
import { withConfigDirectory } from '../../support/config-directory';

const substituting = { 'bootstrap.properties': 'preProcessors=environmentVariables' };

function find(files: Files, options: ReadOptions = {}): readonly Finding[] {
  return withConfigDirectory(files, (directory) => readConfiguration(directory, options).findings);
}

function rulesOf(files: Files, options: ReadOptions = {}): readonly string[] {
  return find(files, options).map(({ rule }) => rule);
}

function adapter(body: string): string {
  return `<adapter><unique-id>a</unique-id>${body}</adapter>`;
}

function channel(body: string, interceptors = ''): string {
  return adapter(`<channel-list><channel><unique-id>c</unique-id>${body}
    <workflow-list><standard-workflow><unique-id>w</unique-id>${interceptors}</standard-workflow></workflow-list></channel></channel-list>`);
}

function listening(port: string, path = '/x'): string {
  return channel(
    `<consume-connection class="jetty-http-connection"><port>${port}</port></consume-connection>`,
    `<consumer class="jetty-message-consumer"><path>${path}</path></consumer>`,
  );
}

describe('what is no variable, or none that is replaced', () => {
  test.each(['${my port}', '${}', '${1}', '${a:-8080}', '${größe}', '${${X}}'])(
    'given the port %s, when checked, then it is an unresolved variable, with and without pre-processors',
    (port) => {
      expect(rulesOf({ 'adapter.xml': listening(port) })).toContain('unresolved-variable');
      expect(rulesOf({ 'adapter.xml': listening(port), ...substituting })).toContain('unresolved-variable');
    },
  );

  test('given a port or a path with a brace that is never closed, when checked, then they are invalid', () => {
    expect(rulesOf({ 'adapter.xml': listening('${PORT') })).toContain('port-invalid');
    expect(rulesOf({ 'adapter.xml': listening('8081', '/${PATH') })).toContain('path-invalid');
  });

  test.each([
    ['jmx', 'jmxserviceurl=service:jmx:jmxmp://localhost:${PORT}'],
    ['jetty', 'webServerPort=${PORT}'],
    ['jolokia', 'jolokiaPort=${PORT}'],
  ])('given a variable as the port of %s, when checked, then it is invalid, for nothing replaces it', (name, line) => {
    const files = { 'adapter.xml': adapter(''), 'bootstrap.properties': `managementComponents=${name}\n${line}` };
    const [found] = find(files, { components: ['jolokia'] }).filter(({ rule }) => rule === 'port-invalid');
    expect(found).toMatchObject({ severity: 'error', line: 2 });
    expect(found?.hint).toContain('adapter.xml alone');
  });

  test('given a variable left over in auto-start, when checked, then a warning says so, whatever its name is', () => {
    const files = { 'adapter.xml': channel('<auto-start>${http.start}</auto-start>') };
    const [found] = find(files).filter(({ rule }) => rule === 'unresolved-variable');
    expect(found).toMatchObject({ severity: 'warning' });
    expect(found?.message).toContain('<auto-start>');
  });

  test('given a name in a continued line, when it is a finding, then its place is on that line', () => {
    const bootstrap = 'preProcessors = \\u0065nvironmentVariables:\\\r\n    bogus';
    const found = find({ 'adapter.xml': adapter(''), 'bootstrap.properties': bootstrap });
    expect(found.find(({ rule }) => rule === 'pre-processor-not-in-image')).toMatchObject({ line: 2, column: 5 });
  });
});

describe('values that break the XML', () => {
  test.each([
    ['a quotation mark in an attribute', '<x class="${V}"/>', 'a"b', 'quotation mark'],
    ['two hyphens in a comment', '<!-- ${V} -->', 'a--b', 'leave out'],
    ['a control character', '<x>${V}</x>', 'a\u0001b', 'leave out'],
    ['the end of a CDATA section', '<x><![CDATA[${V}]]></x>', 'a]]><', '&lt;'],
  ])('given %s, when checked, then the variable is named', (_, body, value, hint) => {
    const found = find({ 'adapter.xml': adapter(body), ...substituting }, { environment: { V: value } });
    const [breaking] = found.filter(({ rule }) => rule === 'variable-breaks-xml');
    expect(breaking?.hint).toContain(hint);
    expect(breaking?.message).toContain('${V}');
  });

  test('given a quotation mark in text, when checked, then nothing is wrong with it', () => {
    const files = { 'adapter.xml': adapter('<x>${V}</x>'), ...substituting };
    expect(rulesOf(files, { environment: { V: 'a"b--c' } })).not.toContain('variable-breaks-xml');
  });
});

describe('secrets that hide', () => {
  test('given a password from a variable whose name says nothing, when checked, then its line in the file is found', () => {
    const files = {
      'adapter.xml': adapter('<x><password>${db.pass}</password></x>'),
      'bootstrap.properties':
        'preProcessors=varsub\nvariable-substitution.properties.url=file://localhost/./config/v.properties',
      'v.properties': '# values\ndb.pass=hunter2',
    };
    const found = find(files).find(({ rule }) => rule === 'plaintext-secret');
    expect(found).toMatchObject({ line: 2, column: 9 });
    expect(rulesOf({ ...files, 'v.properties': 'db.pass=${DB_PASS}' })).not.toContain('plaintext-secret');
  });

  test.each(['jdbc:oracle:thin:scott/tiger@//db:1521/x', 'jdbc:oracle:oci:scott/tiger@db'])(
    'given the URL %s, when checked, then its password is found',
    (url) => {
      expect(rulesOf({ 'adapter.xml': adapter(`<x><connect-url>${url}</connect-url></x>`) })).toContain(
        'plaintext-secret',
      );
    },
  );

  test.each([
    ['token', true],
    ['my.token', true],
    ['tokenizer', false],
    ['broken', false],
  ])('given a pair with the key %s, when checked, then it is a secret: %s', (key, secret) => {
    const pair = `<key-value-pair><key>${key}</key><value>abc</value></key-value-pair>`;
    expect(rulesOf({ 'adapter.xml': adapter(pair) }).includes('plaintext-secret')).toBe(secret);
  });

  test('given SEED: before 4.0, when checked, then no seed file makes it usable', () => {
    const files = { 'adapter.xml': adapter('<x><password>SEED:abc</password></x>') };
    expect(rulesOf(files, { release: '3.12.0' })).toContain('password-unusable');
    expect(rulesOf(files, { release: '3.12.0' })).not.toContain('seed-missing');
    expect(rulesOf(files, { release: '4.0.0' })).toContain('seed-missing');
  });

  test('given a private key in a file that is no text, when checked, then it is found', () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0, 0x0a]), Buffer.from('-----BEGIN PRIVATE KEY-----')]);
    const found = find({ 'adapter.xml': adapter(''), 'bundle.bin': bytes });
    expect(found.find(({ rule }) => rule === 'private-key-file')).toMatchObject({ line: 2 });
  });
});

describe('names as Interlok sees them', () => {
  test('given an interceptor id with a colon, when checked, then it is refused like those of workflows', () => {
    const interceptor = '<interceptors><timing><unique-id>a:b</unique-id></timing></interceptors>';
    expect(rulesOf({ 'adapter.xml': channel('', interceptor) })).toContain('id-characters');
  });

  test('given the beautified form with class names as tags, when read, then consumers are on the first connection', () => {
    const files = {
      'adapter.xml': adapter(`<channel-list><channel><unique-id>c</unique-id>
        <com.adaptris.core.http.jetty.HttpConnection/><com.adaptris.core.NullConnection/>
        <workflow-list><standard-workflow><unique-id>w</unique-id>
          <com.adaptris.core.http.jetty.MessageConsumer><configured-consume-destination><destination>/old</destination>
          </configured-consume-destination></com.adaptris.core.http.jetty.MessageConsumer></standard-workflow></workflow-list>
        </channel></channel-list>`),
    };
    const { adapter: read } = withConfigDirectory(files, (at) => readConfiguration(at, { release: '3.6.4' }));
    expect(read.listeners.map(({ routes }) => routes.map(({ path }) => path))).toEqual([['/old']]);
  });
});
