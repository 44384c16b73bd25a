import { existsSync, readFileSync } from 'node:fs';
import { Catalogue, readOwnComponents } from '../../lib/interlok/catalogue';
import { describeWithJdk, JavaComponents } from '../scripts/catalogue/java-components';

describeWithJdk('given components of ones own, compiled', () => {
  let components: JavaComponents;
  let own: Description;
  let messages: string;

  beforeAll(() => {
    components = new JavaComponents();
    const { interlok, library, jar } = components;
    const run = components.describe('--class-path', interlok, '--class-path', library, '--output', 'own.json', jar);
    messages = run.messages;
    own = read(components, 'own.json');
  });
  afterAll(() => components.remove());

  test('when a service is described, then what its annotations say is in the format of the catalogue', () => {
    expect(own.classes['com.example.ledger.PostToLedger']).toEqual({
      a: 'post-to-ledger',
      k: 'service',
      m: 'ledger-components',
      x: '~core.ServiceImp',
      since: '1.2.0',
      tag: ['service', 'ledger'],
      rec: ['com.example.ledger.LedgerConnection'],
      set: { 'continue-on-fail': 'true' },
      f: {
        account: { t: 'String', r: 'b', expr: 1 },
        'api-key': { t: 'String', pw: 1, ext: 1 },
        attempts: { t: 'Integer', d: '3', min: '1', max: '10', adv: 1 },
        checks: { t: 'java.util.List<com.example.ledger.Check>', im: '*' },
        connection: { t: '~core.AdaptrisConnection', r: 'n', va: 1 },
        currency: { t: 'String', i: 1, d: 'EUR', re: '[A-Z]{3}' },
        entries: { t: 'java.util.List<com.example.ledger.Entry>', im: 'entry', r: 'e', i: 1, va: 1 },
        extras: { t: 'java.util.Map<String,String>' },
        'last-check': { t: 'com.example.ledger.Check', i: 1, ic: 'com.example.ledger.BalanceCheck' },
        'legacy-mode': { t: 'Boolean', dep: 1, rm: '2.0.0' },
        mode: { t: 'com.example.ledger.LedgerMode', i: 1, d: 'REPLACE' },
        'owner-aWSAccount-id': { t: 'String' },
        unit: { t: 'java.util.concurrent.TimeUnit' },
      },
      ig: ['session'],
    });
  });

  test('when a class has no alias but fits a field, then it is there for the sake of its name', () => {
    expect(own.classes['com.example.ledger.DateCheck']).toEqual({
      k: 'check',
      m: 'ledger-components',
      x: 'com.example.ledger.NamedCheck',
    });
  });

  test('when subclasses fill a field of their abstract class each in a way of their own, then each says so', () => {
    expect(own.classes['com.example.ledger.NamedCheck']).toEqual({
      k: 'check',
      m: 'ledger-components',
      abs: 1,
      i: ['com.example.ledger.Check'],
      f: { mode: { t: 'com.example.ledger.LedgerMode', r: 'n', i: 1, d: 'APPEND' }, name: { t: 'String', r: 'b' } },
    });
    expect(own.classes['com.example.ledger.BalanceCheck']?.['set']).toEqual({ name: 'balance' });
    expect(own.classes['com.example.ledger.OverwriteCheck']?.['set']).toEqual({ mode: 'REPLACE' });
  });

  test('when a superclass is in a library, then its fields are described too', () => {
    expect(own.classes['com.example.ledger.LedgerConnection']).toEqual({
      a: 'ledger-connection',
      k: 'connection',
      m: 'ledger-components',
      x: 'com.example.library.Retrying',
      i: ['~core.AdaptrisConnection'],
      f: {
        port: { t: 'int', i: 1, d: '7070' },
        secure: { t: 'boolean', i: 1, d: 'false' },
        url: { t: 'String' },
      },
    });
    expect(own.classes['com.example.library.Retrying']).toEqual({
      m: 'library',
      abs: 1,
      f: { attempts: { t: 'int', i: 1, d: '3' } },
    });
  });

  test('when a class cannot be read from XML, or reads itself, or is an enum, then that is marked', () => {
    expect(own.classes['com.example.ledger.FixedCheck']).toMatchObject({ nc: 1 });
    expect(own.classes['com.example.ledger.StoredCheck']).toMatchObject({ cs: 1 });
    expect(own.classes['com.example.ledger.LedgerMode']).toEqual({
      m: 'ledger-components',
      e: ['APPEND', 'REPLACE'],
    });
    expect(own.externalEnums['java.util.concurrent.TimeUnit']).toContain('SECONDS');
  });

  test('when a class needs one that is missing, then it is known by its name and its interfaces, with a message', () => {
    expect(own.classes['com.example.ledger.BrokenConnection']).toEqual({
      a: 'broken-ledger-connection',
      k: 'connection',
      m: 'ledger-components',
      i: ['~core.AdaptrisConnection'],
      o: 1,
    });
    expect(messages).toMatch(/1 known by name alone.*: com\.example\.ledger\.BrokenConnection\n/);
  });

  test('when a constructor fails, then nothing is required of its class, with a message', () => {
    expect(own.classes['com.example.ledger.FailingCheck']?.['f']).toEqual({ text: { t: 'String', r: 'n', i: 1 } });
    expect(messages).toMatch(/1 not created.*: com\.example\.ledger\.FailingCheck\n/);
  });

  test('when a jar does not register an alias, then a message says that Interlok will not know it', () => {
    expect(messages).toMatch(/not in META-INF\/adaptris\/XStreamAlias\.properties.*com\.example\.ledger\.Entry/);
    expect(messages).not.toMatch(/XStreamAlias.*PostToLedger/);
  });

  test('when they build on classes of Interlok, then those are left to the catalogue', () => {
    expect(Object.keys(own.classes).filter((name) => !name.startsWith('com.example.'))).toEqual([]);
    expect(own.modules).toEqual({
      'ledger-components': { first: '1.2.0', last: '1.2.0', jar: 'ledger' },
      library: { first: '?', last: '?', jar: 'library' },
    });
  });

  test('when the file is read as components of ones own, then they extend those of the catalogue', () => {
    const { components: read, problems } = readOwnComponents('ownComponents', components.path('own.json'));
    expect(problems).toEqual([]);
    const service = read === undefined ? undefined : Catalogue.public.with(read).at('5.0.1').find('post-to-ledger');
    expect(service?.fields.map(({ name }) => name)).toEqual(expect.arrayContaining(['api-key', 'unique-id']));
  });

  test('when the jars of an image are described, then their parts belong to its release', () => {
    const args = ['--release', '5.1.0', '--stock', '--output', 'image.json', components.interlok];
    expect(components.describeCompiled(...args)).toMatchObject({ status: 0 });
    const image = read(components, 'image.json');
    expect(Object.keys(image.releases)).toEqual(['5.1.0']);
    expect(image.modules).toEqual({ interlok: { first: '5.1.0', last: '5.1.0', jar: 'interlok', stock: '(,)' } });
    expect(image.managementComponents).toEqual({ 'ledger-server': [{ m: 'interlok' }] });
    expect(image.preProcessors).toEqual({ ledgerNames: [{ m: 'interlok' }] });
    // The id differs from object to object, so it is no default.
    expect(image.classes['~core.ServiceImp']).toEqual({
      k: 'service',
      m: 'interlok',
      abs: 1,
      i: ['~core.Service'],
      f: { 'continue-on-fail': { t: 'Boolean', d: 'false', adv: 1 }, 'unique-id': { t: 'String', i: 1 } },
      ig: ['log'],
    });
  });

  test('when XStream is not on the class path, then it says so and writes nothing', () => {
    const { status, messages: said } = components.describeCompiled('--output', 'none.json', components.jar);
    expect({ status, written: existsSync(components.path('none.json')) }).toEqual({ status: 1, written: false });
    expect(said).toMatch(/^XStream is not on the class path.*--class-path/);
  });
});

interface Description {
  readonly releases: Readonly<Record<string, unknown>>;
  readonly modules: Readonly<Record<string, unknown>>;
  readonly managementComponents: Readonly<Record<string, unknown>>;
  readonly preProcessors: Readonly<Record<string, unknown>>;
  readonly externalEnums: Readonly<Record<string, readonly string[]>>;
  readonly classes: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

function read(components: JavaComponents, file: string): Description {
  return JSON.parse(readFileSync(components.path(file), 'utf8')) as Description;
}
