import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InterlokImage, PropsError } from '../../../lib';
import { Catalogue, type OwnComponents, readOwnComponents } from '../../../lib/interlok/catalogue';
import { readConfiguration } from '../../../lib/interlok';
import { withConfigDirectory } from '../../support/config-directory';

const own: OwnComponents = {
  format: 'interlok-catalogue/1',
  classes: {
    'com.example.Post': {
      a: 'post-to-ledger',
      k: 'service',
      m: 'ledger',
      x: '~core.ServiceImp',
      f: { account: { t: 'String', r: 'b' }, mode: { t: 'com.example.Mode' }, 'api-key': { t: 'String', pw: 1 } },
    },
    'com.example.Mode': { m: 'ledger', e: ['APPEND', 'REPLACE'] },
    'com.example.Note': { a: 'note', k: 'service', m: 'ledger', x: '~core.ServiceImp', net: 'none' },
    'com.example.Listen': {
      a: 'ledger-http-connection',
      k: 'connection',
      m: 'ledger',
      x: '~core.http.jetty.HttpConnection',
    },
    'com.example.Consume': {
      a: 'ledger-consumer',
      k: 'consumer',
      m: 'ledger',
      x: '~core.http.jetty.JettyMessageConsumer',
    },
    'com.example.Lost': { a: 'lost', k: 'service', m: 'ledger', x: 'com.elsewhere.Unknown' },
  },
  externalEnums: { 'com.elsewhere.Colour': ['RED'] },
  managementComponents: { 'ledger-server': [{ m: 'ledger' }] },
};

function written<T>(content: string, use: (path: string) => T): T {
  return withConfigDirectory({}, (directory) => {
    const path = join(directory, 'own-components.json');
    writeFileSync(path, content);
    return use(path);
  });
}

function custom(content: string): InterlokImage {
  return written(content, (ownComponents) => InterlokImage.custom('orders:1', { release: '5.0.1', ownComponents }));
}

function adapterWith(service: string): string {
  return `<adapter>
<unique-id>a</unique-id>
<channel-list><channel><unique-id>c</unique-id>
<consume-connection class="ledger-http-connection"><port>8081</port></consume-connection>
<workflow-list><standard-workflow><unique-id>w</unique-id>
<consumer class="ledger-consumer"><path>/a</path></consumer>
<service-collection class="service-list"><services>
${service}
</services></service-collection>
</standard-workflow></workflow-list>
</channel></channel-list>
</adapter>`;
}

describe('components of ones own', () => {
  test('given the file that describes them, when looked up, then they are there beside Interlok’s, and inherit from them', () => {
    const { ownComponents } = custom(JSON.stringify(own));
    const at = Catalogue.public.with(ownComponents ?? own).at('5.0.1');
    expect(at.find('post-to-ledger')?.field('unique-id')?.declaredBy).toBe('com.adaptris.core.ServiceImp');
    expect(at.find('post-to-ledger')?.isA('~core.Service')).toBe(true);
    expect(at.find('add-metadata-service')?.kind).toBe('service');
    expect(at.catalogue.externalEnum('com.elsewhere.Colour')).toEqual(['RED']);
    expect(at.catalogue.externalEnum('java.util.concurrent.TimeUnit')).toContain('SECONDS');
  });

  test('given one that extends what nobody knows, when looked up, then it is known by its name alone', () => {
    const at = Catalogue.public.with(own).at('5.0.1');
    expect([at.find('lost')?.isOpaque, at.find('note')?.isOpaque]).toEqual([true, false]);
  });

  test('given an adapter with them, when read, then they listen and answer as what they extend', () => {
    const { adapter } = read(adapterWith('<note/>'));
    expect(adapter.listeners).toMatchObject([
      { component: 'ledger-http-connection', protocol: 'http', port: 8081, routes: [{ path: '/a', concurrency: 1 }] },
    ]);
    expect(adapter.outbound).toBe('none');
  });

  test('given one of which the description does not say whether it connects, when read, then it may', () => {
    const { adapter } = read(adapterWith('<post-to-ledger/>'));
    expect(adapter).toMatchObject({
      outbound: 'possible',
      connectsOut: [
        {
          component: 'post-to-ledger',
          because: 'is a component of your own that may connect to other systems',
          line: 8,
        },
      ],
    });
  });

  test('given a component that nobody knows, when read, then it may connect, and the model says why', () => {
    expect(read(adapterWith('<send-somewhere/>')).adapter.connectsOut).toMatchObject([
      { component: 'send-somewhere', because: 'is a component that nobody knows', line: 8, column: 1 },
    ]);
  });

  test('given a password of theirs, when read, then it is one', () => {
    const { findings } = read(adapterWith('<post-to-ledger><api-key>abc</api-key></post-to-ledger>'));
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'plaintext-secret', line: 8 }));
  });

  test('given their management components, then the image has them', () => {
    expect(custom(JSON.stringify(own)).components).toEqual(['ledger-server']);
  });

  test.each<[string, string, RegExp]>([
    [
      'a file of another format',
      '{"format":"other/2"}',
      /ownComponents\.format: got 'other\/2'.*'interlok-catalogue\/1'/,
    ],
    ['no JSON', 'classes: none', /ownComponents: got '.*own-components\.json', expected JSON in that file/],
    ['no classes', '{"format":"interlok-catalogue/1"}', /ownComponents\.classes: got undefined/],
    [
      'a field without a type',
      JSON.stringify({ ...own, classes: { 'a.B': { f: { url: {} } } } }),
      /ownComponents\.classes\["a\.B"\]\.f\.url\.t: got undefined, expected a Java type/,
    ],
    [
      'keys that do not exist',
      JSON.stringify({ ...own, classes: { 'a.B': { listens: 1 } } }),
      /ownComponents\.classes\["a\.B"\]\.listens: got 1, expected no such prop; did you mean 'listen'/,
    ],
    [
      'an alias twice',
      JSON.stringify({ ...own, classes: { 'a.B': { a: 'x' }, 'a.C': { a: 'x' } } }),
      /ownComponents\.classes\["a\.C"\]\.a: got 'x', expected an alias of its own: a\.B has it too/,
    ],
  ])('given %s, then the error names the field', (_, content, message) => {
    expect(() => custom(content)).toThrow(PropsError);
    expect(() => custom(content)).toThrow(message);
  });

  test('given a file that is not there, then the error says what writes one', () => {
    const { problems } = readOwnComponents('ownComponents', 'nowhere/own.json');
    expect(problems).toEqual([
      expect.objectContaining({
        field: 'ownComponents',
        expected: expect.stringContaining('DescribeComponents.java') as string,
      }),
    ]);
  });
});

function read(xml: string): ReturnType<typeof readConfiguration> {
  const options = { release: '5.0.1', ownComponents: own };
  return withConfigDirectory({ 'adapter.xml': xml }, (directory) => readConfiguration(directory, options));
}
