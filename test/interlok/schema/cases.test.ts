import { editorSchema } from '../../../lib/interlok';
import { load } from '../xstream/fixtures/xstream-cases.json';
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
