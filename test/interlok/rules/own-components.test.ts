import { readConfiguration } from '../../../lib/interlok';
import type { OwnComponents } from '../../../lib/interlok/catalogue';
import { directoryOf } from '../../support/config';

const ownComponents: OwnComponents = {
  format: 'interlok-catalogue/1',
  classes: {
    'com.example.Post': {
      a: 'post-to-ledger',
      k: 'service',
      m: 'ledger',
      x: '~core.ServiceImp',
      f: { account: { t: 'String', r: 'b' }, mode: { t: 'com.example.Mode' }, retries: { t: 'int' } },
    },
    'com.example.Mode': { m: 'ledger', e: ['APPEND', 'REPLACE'] },
  },
};

/** What is found in a service list with these services, the first of which stands on line 4. */
function findings(services: string, own: OwnComponents = ownComponents): string[] {
  const xml = `<adapter><unique-id>a</unique-id><channel-list><channel><unique-id>c</unique-id><workflow-list>
<standard-workflow><unique-id>w</unique-id>
<service-collection class="service-list"><services>
${services}
</services></service-collection></standard-workflow></workflow-list></channel></channel-list></adapter>`;
  const options = { stockImage: false, modules: [], ownComponents: own };
  return readConfiguration(directoryOf({ 'adapter.xml': xml }), options).findings.map(
    ({ rule, line, message }) => `${line ?? 0} ${rule}: ${message}`,
  );
}

const post = (inside: string): string =>
  `<post-to-ledger><unique-id>p</unique-id>\n<account>a</account>${inside}</post-to-ledger>`;

test('given a component of its own that is described, with fields that it has, then there is nothing to say', () => {
  expect(findings(post('<mode>APPEND</mode><retries>3</retries>'))).toEqual([]);
});

test('given nothing that describes it, then its name is unknown', () => {
  expect(findings(post(''), { ...ownComponents, classes: {} })).toEqual([
    '4 unknown-class: no public module of Interlok has <post-to-ledger>',
  ]);
});

test.each([
  ['a field that it does not have', post('\n<acount>b</acount>'), '6 unknown-element: post-to-ledger has no <acount>'],
  ['no number', post('\n<retries>three</retries>'), "6 value-invalid: 'three' is no number, which <retries> takes"],
  [
    'none of its constants',
    post('\n<mode>add</mode>'),
    "6 value-invalid: 'add' is none of the constants that <mode> takes",
  ],
  ['a field twice', post('\n<account>b</account>'), '6 duplicate-element: '],
  [
    'a field that it must have left out',
    '<post-to-ledger><unique-id>p</unique-id></post-to-ledger>',
    '4 required-missing: post-to-ledger has no <account>',
  ],
])('given %s, then it is found as in a component of Interlok', (_, services, expected) => {
  expect(findings(services)).toEqual([expect.stringContaining(expected)]);
});

test('given it where a consumer belongs, then it is the wrong class', () => {
  const consumer = findings(
    `</services></service-collection><consumer class="post-to-ledger"/><service-collection><services>`,
  );
  expect(consumer.join()).toContain('wrong-class');
});
