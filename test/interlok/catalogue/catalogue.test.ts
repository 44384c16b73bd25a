import { Catalogue } from '../../../lib/interlok/catalogue';
import type { ComponentClass } from '../../../lib/interlok/catalogue';

const { public: catalogue } = Catalogue;

function find(release: string, name: string): ComponentClass {
  const found = catalogue.at(release).find(name);
  if (found === undefined) throw new Error(`${name} is not in ${release}`);
  return found;
}

describe('a class of a release', () => {
  test.each([
    ['fs-consumer', 'com.adaptris.core.fs.FsConsumer'],
    ['com.adaptris.core.fs.FsConsumer', 'com.adaptris.core.fs.FsConsumer'],
  ])('given %s, when looked for, then it is found by alias or full name', (name, className) => {
    const found = find('5.0.1', name);

    expect([found.name, found.alias, found.kind, found.module]).toEqual([
      className,
      'fs-consumer',
      'consumer',
      'interlok-core',
    ]);
  });

  test('given a class, when its fields are asked for, then inherited ones are among them', () => {
    const { fields } = find('5.0.1', 'fs-consumer');

    const byName = new Map(fields.map((field) => [field.name, field.declaredBy]));
    expect(byName.get('wip-suffix')).toBe('com.adaptris.core.fs.FsConsumer');
    expect(byName.get('base-directory-url')).toBe('com.adaptris.core.fs.FsConsumerImpl');
    expect(byName.get('unique-id')).toBe('com.adaptris.core.AdaptrisMessageWorkerImp');
  });

  test.each([
    ['3.10.2', ['destination']],
    ['3.11.1', ['destination', 'path']],
    ['4.0.0', ['path']],
  ])('given %s, then a jetty consumer has %j of path and destination', (release, expected) => {
    const consumer = find(release, 'jetty-message-consumer');

    expect(['destination', 'path'].filter((name) => consumer.field(name) !== undefined)).toEqual(expected);
  });

  test.each([
    ['split-join-service', '3.12.0', '4.0.0'],
    ['embedded-scripting-service', '5.0.0', undefined],
  ])('given %s, when releases pass, then it goes, or moves to another module', (name, last, gone) => {
    expect(catalogue.at(last).find(name)).toBeDefined();
    if (gone !== undefined) expect(catalogue.at(gone).find(name)).toBeUndefined();
    else expect([find('4.9.5', name).module, find(last, name).module]).toEqual(['interlok-core', 'interlok-scripting']);
  });

  test('given a class, when asked what it is, then superclasses and interfaces count', () => {
    const consumer = find('5.0.1', 'jetty-message-consumer');

    expect(consumer.isA('com.adaptris.core.AdaptrisMessageConsumer')).toBe(true);
    expect(consumer.isA('~core.http.jetty.BasicJettyConsumer')).toBe(true);
    expect(consumer.isA('com.adaptris.core.Service')).toBe(false);
    expect(consumer.isA('java.lang.Object')).toBe(true);
  });

  test('given names of one field in the spellings that XStream takes, then each is the field', () => {
    const adapter = find('5.0.1', 'adapter');

    for (const name of ['unique-id', 'uniqueId', 'Unique-Id', 'unique--id'])
      expect(adapter.field(name)?.name).toBe('unique-id');
    for (const name of ['UNIQUE-ID', 'unique_id', 'unique-id-', 'constructor'])
      expect(adapter.field(name)).toBeUndefined();
    expect(adapter.ignores('log')).toBe(true);
    expect(adapter.ignores('unique-id')).toBe(false);
  });

  test('given fields, then what is special of each is known', () => {
    expect(find('5.0.1', 'jdbc-connection').field('password')?.isPassword).toBe(true);
    expect(find('5.0.1', 'channel-list').field('channels')?.itemTag).toBe('*');
    expect(find('5.0.1', 'key-value-pair-set').field('set')?.itemTag).toBe('key-value-pair');
    expect(find('5.0.1', 'service-list').field('services')?.itemType?.name).toBe('com.adaptris.core.Service');
    expect(find('5.0.1', 'jetty-http-connection').field('port')?.default).toBe('8080');
    expect(find('5.0.1', 'adapter').field('unique-id')?.record.re).toBe('[^,\\*\\?=:"\\\\@]+');
  });

  test('given what was curated, then it is inherited', () => {
    expect(find('5.0.1', 'jetty-https-connection').listen).toMatchObject({ proto: 'https', default: 8443 });
    expect(find('5.0.1', 'jetty-message-consumer').route?.['path']).toBe('path');
    expect(find('5.0.1', 'fs-consumer').polls).toBe(true);
    expect(find('5.0.1', 'polling-trigger').firesByItself).toBe(true);
    expect(find('5.0.1', 'null-connection').network).toBe('none');
    expect(find('5.0.1', 'amazon-sqs-connection').connectsTo).toEqual(['region', 'custom-endpoint']);
    expect(find('5.0.1', 'fs-producer').files).toBeDefined();
  });
});

describe('modules', () => {
  const release = catalogue.at('5.0.1');

  test('given modules, then the stock image has four of them, varsub since 4.1', () => {
    const stock = (text: string): string[] => catalogue.modules.filter((name) => catalogue.at(text).isStock(name));

    expect(stock('5.0.1')).toEqual(['interlok-common', 'interlok-core', 'interlok-logging', 'interlok-varsub']);
    expect(stock('4.0.0')).toEqual(['interlok-common', 'interlok-core', 'interlok-logging']);
  });

  test('given a module that ended, then a later release has no jar of it, nor its classes', () => {
    expect(release.hasModule('interlok-vertx')).toBe(false);
    expect(release.find('clustered-service')).toBeUndefined();
    expect(catalogue.at('4.3.0').find('clustered-service')).toBeDefined();
  });

  test('given a jar that had another name, then the release decides', () => {
    expect(release.jarOf('interlok-json')).toBe('interlok-json');
    expect(catalogue.at('3.7.3').jarOf('interlok-json')).toBe('adp-json');
  });

  test('given management components and pre-processors, then their modules follow from the release', () => {
    expect(release.modulesOfManagementComponent('health-check')).toEqual(['interlok-rest-health-check']);
    expect(catalogue.at('3.10.2').modulesOfManagementComponent('health-check')).toEqual([
      'interlok-workflow-rest-services',
    ]);
    expect(release.modulesOfPreProcessor('xinclude')).toEqual(['interlok-xinclude']);
  });
});

describe('releases', () => {
  test('given a release newer than what was read in full, then it has what the newest has, and says so', () => {
    const next = catalogue.at('5.1.0');

    expect(next.isPartlyKnown).toBe(true);
    expect(next.find('fs-consumer')).toBeDefined();
    expect(next.find('clustered-service')).toBeUndefined();
    expect(catalogue.at('5.0.3').isPartlyKnown).toBe(false);
  });

  test.each([
    ['3.6.4', 584],
    ['3.9.3', 694],
    ['3.12.0', 726],
    ['4.9.5', 714],
    ['5.0.3', 717],
  ])('given %s, then its core has %d aliases', (text, count) => {
    const core = [...catalogue.at(text).all()].filter(
      ({ module, alias }) => alias !== undefined && (module === 'interlok-core' || module === 'interlok-common'),
    );
    expect(core.length).toBeGreaterThanOrEqual(count - 2);
    expect(core.length).toBeLessThanOrEqual(count);
  });
});

describe('components of one’s own', () => {
  const own = catalogue.with({
    format: 'interlok-catalogue/1',
    classes: {
      'com.example.Tidy': { a: 'tidy-service', k: 'service', x: '~core.ServiceImp', f: { level: { t: 'int' } } },
    },
  });

  test('given own classes, when looked for, then they are found beside the public ones, with what they inherit', () => {
    const tidy = own.at('5.0.1').find('tidy-service');

    expect(tidy?.name).toBe('com.example.Tidy');
    expect(tidy?.isA('com.adaptris.core.Service')).toBe(true);
    expect(tidy?.field('unique-id')).toBeDefined();
    expect(own.at('5.0.1').find('com.example.Tidy')).toBe(tidy);
    expect(own.at('5.0.1').find('fs-consumer')).toBeDefined();
    expect(catalogue.at('5.0.1').find('tidy-service')).toBeUndefined();
  });
});
