import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorSchema } from '../../../lib/interlok';
import { load } from '../xstream/fixtures/xstream-cases.json';
import mistakes from '../xstream/fixtures/human-mistakes.json';
import { describeWithValidators, judge, type Verdict } from './validators';

/** What loads, and an editor marks all the same: it works by accident, or means something else than it says. */
const refusedOnPurpose = [
  // Spellings that XStream takes for the name.
  ...['Upper', 'Unique-Id', 'uniqueId', 'double-hyphen'],
  // They mean false.
  ...['bool-abc', 'bool-space', 'bool-yes'],
  // Attributes that mean nothing, or nothing more.
  ...['attr-unknown', 'attr-field', 'definedin', 'class-int', 'class-on-declared'],
  ...['star-item-class-attr', 'dup-attr-class'],
  // Content that nobody reads.
  ...['transient', 'transient-children', 'text-in-object', 'string-child'],
  // The name of an implicit list, which is that of an item.
  ...['implicit-own-name', 'named-implicit-own-name'],
  // Items that fail when the adapter starts.
  ...['item-null', 'wrong-item'],
  // References.
  ...['ref', 'ref-relative'],
  // A part of an adapter.
  'root-service',
  // Full names of classes that have an alias.
  ...['fqcn', 'elem-class-fqcn', 'star-subclass'],
];

/** What loads, and RELAX NG has no words for, without taking every misspelling too. */
const inexpressible = ['two-roots', 'trailing-text', 'ns', 'prefix', 'class-attr-item', 'root-class', 'int-child'];

/** What does not load, and RELAX NG has no words for, or none that give a message one can read. */
const takenAllTheSame = ['int-toobig', 'bom'];

describeWithValidators('the documents that a real Interlok 5.0.1 was given', () => {
  let verdicts: readonly Verdict[] = [];
  beforeAll(() => {
    const documents = load.map(({ xml }) => xml);
    verdicts = judge(editorSchema({ release: '5.0.1' }), documents);
  });
  const named = (names: (verdict: Verdict | undefined, loads: boolean) => boolean): string[] =>
    load.filter(({ verdict }, i) => names(verdicts[i], verdict === 'ok')).map(({ name }) => name);

  it('are 108, of which what loads is valid, but for the lists', () => {
    const valid = named((verdict, loads) => verdict === 'valid' && loads);
    const refused = named((verdict, loads) => verdict === 'refused' && loads);

    expect(refused.sort()).toEqual([...refusedOnPurpose, ...inexpressible].sort());
    expect(valid).toHaveLength(25);
    expect(load).toHaveLength(108);
  });

  it('are refused where they do not load, but for the list', () => {
    const valid = named((verdict, loads) => verdict === 'valid' && !loads);
    const refused = named((verdict, loads) => verdict === 'refused' && !loads);

    expect(valid.sort()).toEqual([...takenAllTheSame].sort());
    expect(refused).toHaveLength(46);
  });
});

/** What people write and Interlok loads as they mean it, and an editor marks: the same reasons as above. */
const marked = ['FQCN, right', 'camelCase element of an object', 'text inside a channel', 'service with class as item'];

describeWithValidators('the mistakes that people make', () => {
  // jing resolves xi:include itself.
  const judged = mistakes.filter(({ xml }) => !xml.includes('xi:include'));
  let verdicts: readonly Verdict[] = [];
  beforeAll(() => {
    const documents = judged.map(({ xml }) => xml);
    verdicts = judge(editorSchema({ release: '5.0.1' }), documents);
  });
  const valid = (loaded: string): string[] =>
    judged.filter(({ verdict }, i) => verdict === loaded && verdicts[i] === 'valid').map(({ name }) => name);

  it('are refused where they do not load', () => {
    expect(valid('refused')).toEqual([]);
  });

  it('are refused where they load as something else, but for texts that any text may be', () => {
    expect(valid('loads-wrongly')).toEqual([
      'methods with commas',
      'path without a slash',
      'consumer left out',
      'unique-id with blanks around',
      'template on lines of its own',
      'lookup-name with blanks',
      'same unique-id for two workflows',
    ]);
  });

  it('are valid where they are none, but for the list', () => {
    const refused = judged.filter(({ verdict }, i) => verdict === 'loads' && verdicts[i] === 'refused');

    expect(refused.map(({ name }) => name).sort()).toEqual([...marked].sort());
    expect(valid('loads').length).toBeGreaterThan(0);
  });
});

describeWithValidators('the adapters of this repository', () => {
  const directories = ['config', 'test/fixtures/embedded-api', 'test/fixtures/retry-via-jetty'];

  it('are valid', () => {
    const documents = directories.map((directory) => readFileSync(join(directory, 'adapter.xml'), 'utf8'));

    expect(judge(editorSchema({ release: '5.0.1', modules: 'any' }), documents)).toEqual(documents.map(() => 'valid'));
  });
});
