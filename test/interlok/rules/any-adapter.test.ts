import fc from 'fast-check';
import type { Finding } from '../../../lib/findings';
import { Catalogue, readConfiguration } from '../../../lib/interlok';
import { catalogueRules } from '../../../lib/interlok/rules/components';
import { directoryOf } from '../../support/config';
import { anySeed, flat, grow, type RandomAdapter, type Written, write } from '../xstream/any-adapter';

const ownRules = new Set(catalogueRules.map(({ rule }) => rule.id));

function findingsOf(xml: string, release: string): readonly Finding[] {
  return readConfiguration(directoryOf({ 'adapter.xml': xml }), { release }).findings.filter(({ rule }) =>
    ownRules.has(rule),
  );
}

const errorsOf = (findings: readonly Finding[]): string[] =>
  findings
    .filter(({ severity }) => severity === 'error')
    .map(({ line, rule, message }) => `${line ?? 0} ${rule} ${message}`);

/** Something wrong with one element, and the rule that must say so on its line. */
interface Mutation {
  readonly rule: string;
  /** Undefined where the element cannot be changed in that way. */
  readonly change: (element: Written, parent: Written) => Written | undefined;
}

const isField = ({ field }: Written): boolean => field?.itemTag === undefined && field !== undefined;
/** Ports have rules of their own. */
const isNumber = ({ field }: Written): boolean =>
  !/(?:^|-)port$/.test(field?.name ?? '') && /^(?:int|long|java\.lang\.(?:Integer|Long))$/.test(field?.type.name ?? '');

const mutations: Readonly<Record<string, Mutation>> = {
  renamed: {
    rule: 'unknown-element',
    change: (element) => (isField(element) ? { ...element, name: `${element.name}-zzz` } : undefined),
  },
  'of no class': {
    rule: 'unknown-class',
    change: (element) => (element.className === undefined ? undefined : { ...element, className: 'no-such-thing' }),
  },
  'of another class': {
    rule: 'wrong-class',
    change: (element) =>
      element.className === undefined ||
      element.field?.type.name === 'java.lang.Object' ||
      element.field?.type.name === 'com.adaptris.core.Adapter'
        ? undefined
        : { name: element.name, className: 'adapter', children: [] },
  },
  'with an empty class': {
    rule: 'wrong-class',
    change: (element) => (element.className === undefined ? undefined : { ...element, className: '' }),
  },
  'no number': {
    rule: 'value-invalid',
    change: (element) => (isNumber(element) ? { ...element, text: ' 7' } : undefined),
  },
  'none of the constants': {
    rule: 'value-invalid',
    change: (element) =>
      isField(element) && element.type === undefined && /TimeUnit|\$/.test(element.field?.type.name ?? '')
        ? { ...element, text: 'NO_SUCH_CONSTANT' }
        : undefined,
  },
  'a boolean in words': {
    rule: 'boolean-read-as-false',
    change: (element) => (/[bB]oolean$/.test(element.field?.type.name ?? '') ? { ...element, text: 'yes' } : undefined),
  },
};

/** The document with one element changed, and the line of that element. */
function mutate(
  { root }: RandomAdapter,
  { change }: Mutation,
  pick: number,
): { xml: string; line: number } | undefined {
  const candidates: { parent: Written; index: number; changed: Written }[] = [];
  for (const parent of flat(root))
    parent.children.forEach((child, index) => {
      const changed = change(child, parent);
      if (changed !== undefined) candidates.push({ parent, index, changed });
    });
  const chosen = candidates[pick % candidates.length];
  if (chosen === undefined) return undefined;
  chosen.parent.children[chosen.index] = chosen.changed;
  const xml = write(root);
  return { xml, line: lineOf(root, chosen.changed) };
}

/** Each element begins on a line of its own, and one with children ends on another. */
function lineOf(root: Written, wanted: Written): number {
  let line = 0;
  let found = 0;
  const visit = (element: Written): void => {
    line++;
    if (element === wanted) found = line;
    for (const child of element.children) visit(child);
    if (element.children.length > 0) line++;
  };
  visit(root);
  return found;
}

test('given valid adapters of random classes of random releases, when checked, then there is no error, ever', () => {
  fc.assert(
    fc.property(anySeed, (seed) => expect(errorsOf(findingsOf(write(grow(seed).root), seed.release))).toEqual([])),
    { numRuns: 20 },
  );
});

test.each(Object.entries(mutations))(
  'given one element %s, when checked, then its rule says so on its line',
  (_name, mutation) => {
    fc.assert(
      fc.property(anySeed, fc.nat(), (seed, pick) => {
        const adapter = grow(seed);
        const mutated = mutate(adapter, mutation, pick);
        fc.pre(mutated !== undefined);
        const found = findingsOf(mutated.xml, adapter.release).map(({ rule, line }) => `${rule}:${line ?? 0}`);
        expect(found).toContain(`${mutation.rule}:${mutated.line}`);
      }),
      { numRuns: 8 },
    );
  },
);

test('given a field twice, when checked, then the second is named', () => {
  fc.assert(
    fc.property(anySeed, fc.nat(), (seed, pick) => {
      const { root, release } = grow(seed);
      const parents = flat(root).filter(({ children }) => children.some(isField));
      const parent = parents[pick % parents.length];
      const first = parent?.children.find(isField);
      fc.pre(parent !== undefined && first !== undefined);
      const second = { ...first, children: [] };
      parent.children.push(second);
      const found = findingsOf(write(root), release).map(({ rule, line }) => `${rule}:${line ?? 0}`);
      expect(found).toContain(`duplicate-element:${lineOf(root, second)}`);
    }),
    { numRuns: 8 },
  );
});

test('given a field that must be there, when it is taken out, then its owner is named', () => {
  fc.assert(
    fc.property(anySeed, fc.nat(), (seed, pick) => {
      const { root, release } = grow(seed);
      const owned = validated(root).flatMap((owner) =>
        owner.children.filter((child) => isDemanded(owner, child)).map((child) => ({ owner, child })),
      );
      const chosen = owned[pick % owned.length];
      // -configtest looks since then.
      fc.pre(chosen !== undefined && Catalogue.public.at(release).isSince('3.12.0'));
      const { owner, child } = chosen;
      owner.children.splice(owner.children.indexOf(child), 1);
      const found = findingsOf(write(root), release);
      const line = lineOf(root, owner);
      const said = found.filter((one) => one.rule === 'required-missing' && one.line === line);
      expect(said.map(({ message }) => message)).toContainEqual(
        expect.stringContaining(`<${child.field?.name ?? ''}>`),
      );
    }),
    { numRuns: 8 },
  );
});

/** The elements that -configtest comes to: an object's fields are looked at where the field that holds it is `@Valid`. */
function validated(element: Written): Written[] {
  const isList = element.type === undefined;
  const below = element.children.filter(({ field }) => isList || field?.record.va === 1);
  return [element, ...below.flatMap(validated)];
}

/** A field that is demanded by no rule of its own. */
function isDemanded({ type }: Written, { field }: Written): boolean {
  if (
    type === undefined ||
    field === undefined ||
    ['unique-id', 'lookup-name', 'path', 'consumer'].includes(field.name)
  )
    return false;
  return type.requiredFields.some(({ name }) => name === field.name);
}

test('given a service of one release, when it is checked for one that does not have it, then it says so', () => {
  const { public: catalogue } = Catalogue;
  const releases = ['3.6.4', '3.8.2', '3.10.2', '3.12.0', '4.1.0', '4.6.0', '5.0.3'];
  const aliases = new Map(
    releases.map((release) => {
      const classes = catalogue.at(release);
      const services = [...classes.all()].filter(
        (type) => type.isA('com.adaptris.core.Service') && !type.isAbstract && classes.isStock(type.module ?? ''),
      );
      return [release, services.flatMap(({ alias }) => alias ?? [])];
    }),
  );
  const pairs = releases.flatMap((from) =>
    releases.flatMap((to) =>
      (aliases.get(from) ?? [])
        .filter((alias) => catalogue.at(to).find(alias) === undefined)
        .map((alias) => ({ alias, from, to })),
    ),
  );
  fc.assert(
    fc.property(fc.constantFrom(...pairs), ({ alias, from, to }) => {
      const xml = `<adapter><unique-id>a</unique-id><channel-list><channel><unique-id>c</unique-id><workflow-list><standard-workflow>
<unique-id>w</unique-id><service-collection class="service-list"><services>
<${alias}/>
</services></service-collection></standard-workflow></workflow-list></channel></channel-list></adapter>`;
      const ofClass = ({ rule }: Finding): boolean => rule === 'class-not-in-release';
      expect(findingsOf(xml, from).filter(ofClass)).toEqual([]);
      expect(findingsOf(xml, to).filter(ofClass)).toEqual([
        expect.objectContaining({ line: 3, message: expect.stringContaining(to) as string }),
      ]);
    }),
    { numRuns: 12 },
  );
});

test('given an adapter of a release, when checked for another, then nothing is said of what both have', () => {
  fc.assert(
    fc.property(anySeed, (seed) => {
      const { root } = grow(seed);
      const known = new Set([
        'unknown-element',
        'class-not-in-release',
        'module-not-in-image',
        'wrong-class',
        'value-invalid',
      ]);
      const found = findingsOf(write(root), '5.0.3').filter(({ severity }) => severity === 'error');
      expect(found.filter(({ rule }) => !known.has(rule))).toEqual([]);
      for (const { message, hint } of found) expect(`${message}${hint}`).not.toMatch(/undefined|\[object/);
    }),
    { numRuns: 8 },
  );
});
