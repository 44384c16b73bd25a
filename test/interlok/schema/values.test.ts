import { editorSchema, type OwnComponents } from '../../../lib/interlok';
import { describeWithValidators, judge, type Verdict } from './validators';

const own: OwnComponents = {
  format: 'interlok-catalogue/1',
  classes: {
    'com.example.Post': {
      a: 'post-to-ledger',
      k: 'service',
      m: 'ledger',
      x: '~core.ServiceImp',
      f: {
        account: { t: 'String' },
        mode: { t: 'com.example.Mode' },
        count: { t: 'int' },
        total: { t: 'long' },
        rate: { t: 'Double' },
        mark: { t: 'char' },
        enabled: { t: 'boolean' },
        extra: { t: 'java.util.Map<String,String>' },
      },
    },
    'com.example.Mode': { m: 'ledger', e: ['Append', 'REPLACE'] },
    'com.example.Nested$Post': { k: 'service', m: 'ledger', x: '~core.ServiceImp' },
    'com.example.Lost': { a: 'lost', k: 'service', m: 'ledger', x: 'com.elsewhere.Unknown' },
    // What no name of XML may be, or what would be in two parts of an interleave.
    'com.example.Odd': {
      a: '1st',
      k: 'service',
      m: 'ledger',
      x: '~core.ServiceImp',
      f: { 'a b': { t: 'int' }, item: { t: 'int' }, items: { t: 'java.util.List<String>', im: 'item' } },
    },
  },
};

const workflow = (inside: string): string =>
  `<adapter><channel-list><channel><workflow-list><standard-workflow>${inside}</standard-workflow></workflow-list></channel></channel-list></adapter>`;
const collection = (className: string, content: string): string =>
  workflow(`<service-collection class="${className}">${content}</service-collection>`);
const adapter = (services: string): string => collection('service-list', `<services>${services}</services>`);
const field = (name: string, text: string): string =>
  adapter(`<post-to-ledger><${name}>${text}</${name}></post-to-ledger>`);

const valid: readonly (readonly [string, string])[] = [
  ...['account', 'mode', 'count', 'total', 'rate', 'mark', 'enabled'].map((name): [string, string] => [
    `a variable as ${name}`,
    field(name, 'x${a.variable}'),
  ]),
  ['a variable as class', collection('${class}', '<anything a="b">c</anything>')],
  ['a name of an enum in another case', field('mode', 'append')],
  ['a name of an enum in capitals', field('mode', 'APPEND')],
  ['a hexadecimal number', field('count', '-0x1F')],
  ['a long number', field('total', '9223372036854775807')],
  ['a fraction', field('rate', ' 2e3 ')],
  ['a character', field('mark', '\n')],
  ['a word of the other case as a boolean', field('enabled', 'False')],
  ['a map, which nobody looks into', field('extra', '<entry a="b"><string>c</string></entry>')],
  ['a class of your own that nobody described', collection('com.other.Services', 'a <b c="d">e</b>')],
  ['a described class by its full name where it has no alias', adapter('<com.example.Nested_-Post/>')],
  ['a class whose superclass nobody knows', adapter('<lost><some><thing a="b"/></some></lost>')],
  [
    'fields and items in any order',
    adapter('<post-to-ledger><mode>APPEND</mode><account>a</account></post-to-ledger>'),
  ],
];

const refused: readonly (readonly [string, string])[] = [
  ['a word as a number', field('count', 'many')],
  ['a number that is too long', field('count', '12345678901')],
  ['a number that is not octal, though it begins as one', field('count', '08080')],
  ['a fraction as a whole number', field('total', '1.5')],
  ['two characters', field('mark', 'ab')],
  ['another name than those of the enum', field('mode', 'PREPEND')],
  ['a dollar that begins no variable', field('count', '$a')],
  ['a class of Interlok that is not there', collection('com.adaptris.core.Ghost', '')],
  ['a class of the JDK', collection('java.util.ArrayList', '')],
  ['a class without a package', collection('Services', '')],
  ['an alias of a class of another type', collection('null-connection', '')],
  ['a field of another class', adapter('<post-to-ledger><path>a</path></post-to-ledger>')],
  ['a component of a module that the image does not have', adapter('<json-path-service/>')],
];

describeWithValidators('values and classes', () => {
  const documents = [...valid, ...refused];
  let verdicts: readonly Verdict[] = [];
  beforeAll(() => {
    const schema = editorSchema({ release: '5.0.1', ownComponents: own });
    verdicts = judge(
      schema,
      documents.map(([, document]) => document),
    );
  });

  test.each(valid.map(([what], i) => [what, i] as const))('given %s, then it is valid', (_what, i) => {
    expect(verdicts[i]).toBe('valid');
  });

  test.each(refused.map(([what], i) => [what, i] as const))('given %s, then it is refused', (_what, i) => {
    expect(verdicts[valid.length + i]).toBe('refused');
  });
});
