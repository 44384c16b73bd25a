import { Catalogue, type CatalogueFile, type ClassRecord, type FieldRecord } from '../../../lib/interlok/catalogue';
import { rangedEntries, rangedFlag, rangedValue } from '../../../lib/interlok/catalogue/ranged';
import { inRange, parseVersion } from '../../../lib/interlok/catalogue/version-range';
import { checkCatalogue } from '../../../scripts/catalogue/check-catalogue';
import { decodeCatalogue, formatCatalogue } from '../../../scripts/catalogue/decode';
import { mergeCatalogues } from '../../../scripts/catalogue/merge';

const old: CatalogueFile = {
  format: 'interlok-catalogue/1',
  releases: { '5.0.3': { date: null, xstream: null }, '5.0.4': { date: null, xstream: null, partial: 1 } },
  modules: {
    core: { first: '3.6.4', last: '5.0.3', jar: 'core', stock: '(,)' },
    other: { first: '4.0.0', last: '5.0.3', jar: 'other' },
  },
  managementComponents: { jetty: [{ m: 'core', v: '[3.8.2,)' }], gone: [{ m: 'core' }] },
  classes: {
    'a.Connection': {
      a: 'a-connection',
      k: 'connection',
      m: 'core',
      f: { port: { t: 'int', i: 1, d: '8080' }, 'buffer-size': { t: 'Integer', d: '256Kb' }, old: { t: 'String' } },
      listen: { proto: 'http', port: 'port', default: 8080 },
    },
    'a.Base': { k: 'service', m: 'core', abs: 1 },
    'a.Gone': { a: 'gone', k: 'service', m: 'core', v: '[4.0.0,)' },
    'a.Elsewhere': { a: 'elsewhere', k: 'service', m: 'other' },
    'a.Named': { a: 'named', k: 'service', m: 'core', v: '[5.0.4,)', o: 1 },
  },
};

function described(classes: Readonly<Record<string, ClassRecord>>, more: Partial<CatalogueFile> = {}): CatalogueFile {
  const modules = { core: { first: '5.1.0', last: '5.1.0', jar: 'core', stock: '(,)' } };
  return {
    format: 'interlok-catalogue/1',
    releases: { '5.1.0': { date: null, xstream: null } },
    modules,
    classes,
    ...more,
  };
}

const connection: ClassRecord = {
  a: 'a-connection',
  k: 'connection',
  m: 'core',
  f: { port: { t: 'int', i: 1, d: '8080' }, 'buffer-size': { t: 'Integer' }, old: { t: 'String' } },
};

describe('merging', () => {
  test('given a new class, when merged, then it is there from the release on, and to be looked into', () => {
    const { catalogue, added, toExamine } = mergeCatalogues(
      old,
      described({ 'a.New': { a: 'new', k: 'producer', m: 'core' } }),
    );
    expect(catalogue.classes['a.New']).toEqual({ a: 'new', k: 'producer', m: 'core', v: '[5.1.0,)' });
    expect([added, toExamine]).toEqual([['a.New'], ['a.New']]);
  });

  test('given a class that is gone, when merged, then its range ends; that of another module, or without alias, stays', () => {
    const { catalogue, removed } = mergeCatalogues(old, described({ 'a.Connection': connection }));
    expect(catalogue.classes['a.Gone']?.v).toBe('[4.0.0,5.1.0)');
    expect(catalogue.classes['a.Elsewhere']).toEqual(old.classes['a.Elsewhere']);
    expect(catalogue.classes['a.Base']).toEqual(old.classes['a.Base']);
    expect(removed).toEqual(['a.Gone', 'a.Named']);
  });

  test('given a class as before, when merged, then it stays as it is, what was added by hand and words included', () => {
    const { catalogue } = mergeCatalogues(old, described({ 'a.Connection': connection }));
    expect(catalogue.classes['a.Connection']).toEqual(old.classes['a.Connection']);
  });

  test('given fields that came, went and changed, when merged, then each has its range', () => {
    const f = {
      port: { t: 'int', i: 1, d: '8081' },
      'buffer-size': { t: 'Long' },
      brandNew: { t: 'String', r: 'b' as const },
    };
    const { catalogue, changed } = mergeCatalogues(old, described({ 'a.Connection': { ...connection, f } }));
    expect(catalogue.classes['a.Connection']?.f).toEqual({
      port: [
        { t: 'int', i: 1, d: '8080', v: '(,5.1.0)' },
        { t: 'int', i: 1, d: '8081', v: '[5.1.0,)' },
      ],
      'buffer-size': [
        { t: 'Integer', d: '256Kb', v: '(,5.1.0)' },
        { t: 'Long', d: '256Kb', v: '[5.1.0,)' },
      ],
      old: { t: 'String', v: '(,5.1.0)' },
      brandNew: { t: 'String', r: 'b', v: '[5.1.0,)' },
    });
    expect(changed).toContain('a.Connection');
  });

  test('given a class that was known by its name alone since a release known in part, when merged, then it is known', () => {
    const { catalogue } = mergeCatalogues(
      old,
      described({ 'a.Named': { a: 'named', k: 'service', m: 'core', f: {} } }),
    );
    expect(catalogue.classes['a.Named']).toEqual({ a: 'named', k: 'service', m: 'core', f: {}, v: '[5.0.4,)' });
  });

  test('given superclass, module and alias that changed, when merged, then each value has its range', () => {
    const moved = { ...connection, a: 'b-connection', m: 'fresh', x: 'a.Base' };
    const fresh = { first: '5.1.0', last: '5.1.0', jar: 'fresh' };
    const { catalogue } = mergeCatalogues(old, described({ 'a.Connection': moved }, { modules: { fresh } }));
    expect(catalogue.classes['a.Connection']).toMatchObject({
      a: [
        ['a-connection', '(,5.1.0)'],
        ['b-connection', '[5.1.0,)'],
      ],
      m: [
        ['core', '(,5.1.0)'],
        ['fresh', '[5.1.0,)'],
      ],
      x: [['a.Base', '[5.1.0,)']],
    });
    expect(catalogue.modules?.['fresh']).toEqual(fresh);
  });

  test('given parts of the image, when merged, then modules reach to the release, and components that are gone end', () => {
    const { catalogue } = mergeCatalogues(
      old,
      described({}, { managementComponents: { jetty: [{ m: 'core' }], fresh: [{ m: 'core' }] } }),
    );
    expect(catalogue.modules?.['core']).toEqual({ first: '3.6.4', last: '5.1.0', jar: 'core', stock: '(,)' });
    expect(catalogue.modules?.['other']).toEqual(old.modules?.['other']);
    expect(catalogue.managementComponents).toEqual({
      fresh: [{ m: 'core', v: '[5.1.0,)' }],
      gone: [{ m: 'core', v: '(,5.1.0)' }],
      jetty: [{ m: 'core', v: '[3.8.2,)' }],
    });
    expect(Object.keys(catalogue.releases ?? {})).toEqual(['5.0.3', '5.0.4', '5.1.0']);
  });

  test('given a description of no release, when merged, then it says what to do', () => {
    expect(() => mergeCatalogues(old, described({}, { releases: {} }))).toThrow(/--release/);
  });
});

test('given a release that brings nothing new, when it is merged, then no class changes, and the file is one to read', () => {
  const whole = decodeCatalogue();
  const { catalogue, added, removed, changed } = mergeCatalogues(whole, describedAt('5.0.4', whole, '5.1.0'));
  expect({ added, removed, changed }).toEqual({ added: [], removed: [], changed: [] });
  expect(checkCatalogue('catalogue.json', formatCatalogue(catalogue)).classes).toEqual(whole.classes);
});

/** What reflection would say of the core of a release, under another number. */
function describedAt(release: string, whole: CatalogueFile, as: string): CatalogueFile {
  const version = parseVersion(release);
  const classes = [...Catalogue.public.at(release).all()].filter(({ module }) => module === 'interlok-core');
  return {
    format: whole.format,
    releases: { [as]: { date: null, xstream: null } },
    modules: { 'interlok-core': { first: as, last: as, jar: 'interlok-core', stock: '(,)' } },
    managementComponents: { jetty: [{ m: 'interlok-core' }], jmx: [{ m: 'interlok-core' }] },
    classes: Object.fromEntries(
      classes.map(({ name, record }) => [name.replace(/^com\.adaptris\./, '~'), recordAt(record, version)]),
    ),
  };
}

function recordAt(record: ClassRecord, version: readonly number[]): ClassRecord {
  const filled = Object.entries(record.set ?? {}).map(([field, value]) => [field, rangedValue(value, version)]);
  return withoutEmpty({
    ...record,
    v: undefined,
    m: 'interlok-core',
    a: record.a === undefined ? undefined : rangedValue(record.a, version),
    x: record.x === undefined ? undefined : rangedValue(record.x, version),
    f: fieldsAt(record.f ?? {}, version),
    i: rangedEntries(record.i, version),
    ig: rangedEntries(record.ig, version),
    e: rangedEntries(record.e, version),
    dep: rangedFlag(record.dep, version) ? 1 : undefined,
    set: withoutEmpty(Object.fromEntries(filled) as NonNullable<ClassRecord['set']>),
  });
}

function fieldsAt(fields: NonNullable<ClassRecord['f']>, version: readonly number[]): NonNullable<ClassRecord['f']> {
  const found: Record<string, FieldRecord> = {};
  for (const [name, records] of Object.entries(fields)) {
    const field = [records].flat().find(({ v }) => inRange(version, v));
    if (field !== undefined) found[name] = withoutEmpty({ ...field, v: undefined });
  }
  return found;
}

/** As the program that describes writes it. */
function withoutEmpty<T extends object>(record: T): T {
  const filled = Object.entries(record).filter(([, value]: [string, unknown]) => {
    return value !== undefined && (typeof value !== 'object' || value === null || Object.keys(value).length > 0);
  });
  return Object.fromEntries(filled) as T;
}
