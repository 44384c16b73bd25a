import { nearMatches } from '../../../errors';
import { type Finding, finding, type Rule } from '../../../findings';
import { idOfLookupName } from '../../model';
import type { Reading } from '../../reading';
import { displayUnknown, hasUnknown } from '../../variables';
import type { XmlElement } from '../../xml';
import { trimmedChild } from '../component-type';
import type { RuleCheck } from '../rule-check';

const sharedComponentIdMissing: Rule = {
  id: 'shared-component-id-missing',
  severity: 'error',
  what: 'A shared component has no `<unique-id>`.',
  why: 'Nothing can refer to it, and the start fails.',
  since: 'all',
  fix: 'Give it a `<unique-id>`, or take it out.',
};

const duplicateSharedComponent: Rule = {
  id: 'duplicate-shared-component',
  severity: 'error',
  what: 'Two shared components have the same `<unique-id>`.',
  why: 'The start fails with "Found shared components with duplicate IDs".',
  since: 'all',
  fix: 'Give each an id of its own, or take one out.',
};

const sharedComponentNotFound: Rule = {
  id: 'shared-component-not-found',
  severity: 'error',
  what: 'The `<lookup-name>` of a shared-connection or shared-service names no shared component.',
  why: 'The start fails with "Failed to find adaptris component".',
  since: 'all',
  fix: 'Name the `<unique-id>` of a component under `<shared-components>`: as it is, or behind `comp/env/` or `adapter:comp/env/`.',
};

const sharedConnectionUnused: Rule = {
  id: 'shared-connection-unused',
  severity: 'warning',
  what: 'Nothing refers to a shared connection.',
  why: 'It connects, or opens its port, all the same.',
  since: 'all',
  fix: 'Take it out, or refer to it by a shared-connection.',
};

/** Rules about `<shared-components>`. */
export const sharedComponentRules: readonly RuleCheck[] = [
  { rule: sharedComponentIdMissing, check: checkIds },
  { rule: duplicateSharedComponent, check: checkDuplicates },
  { rule: sharedComponentNotFound, check: checkLookups },
  { rule: sharedConnectionUnused, check: checkUnused },
];

const kinds = ['connections', 'services'] as const;
/** A file with more mistakes than this has another problem than spelling. */
const mostGuesses = 10;
const references = { connections: 'shared-connection', services: 'shared-service' } as const;

function checkIds({ components, document: root }: Reading): Finding[] {
  return kinds
    .flatMap((kind) => sharedOf(root, kind))
    .filter((component) => isComponent(component) && trimmedChild(component, 'unique-id') === '')
    .map((component) =>
      finding(sharedComponentIdMissing, component.at, {
        message: `the shared ${components.typeOf(component)} has no <unique-id>`,
        hint: 'add one, or take the component out',
      }),
    );
}

function checkDuplicates({ document: root }: Reading): Finding[] {
  return kinds.flatMap((kind) => {
    const taken = new Set<string>();
    return sharedOf(root, kind).flatMap((component) => {
      const element = component.child('unique-id');
      // Interlok takes ids as they are: blanks around one make it another.
      const id = element?.text ?? '';
      if (element === undefined || id.trim() === '') return [];
      if (!taken.has(id)) {
        taken.add(id);
        return [];
      }
      const message = `two shared ${kind} have the id '${displayUnknown(id.trim())}'`;
      return [finding(duplicateSharedComponent, element.textAt, { message, hint: 'give one of them another id' })];
    });
  });
}

function checkLookups(reading: Reading): Finding[] {
  const { document: root } = reading;
  return kinds.flatMap((kind) => {
    const shared = sharedOf(root, kind);
    const ids = [...new Set(shared.map((component) => trimmedChild(component, 'unique-id')))];
    const known = new Set(ids);
    let guesses = 0;
    // Names that only the pod, or another file, knows may be anything.
    if (ids.some(isOpen) || !shared.every(isComponent)) return [];
    return referencesIn(reading, references[kind]).flatMap((reference) => {
      const element = reference.child('lookup-name');
      const name = lookedUp(reference);
      if (isOpen(name) || known.has(name)) return [];
      const message =
        name === ''
          ? `the ${references[kind]} has no <lookup-name>`
          : `no shared component among the ${kind} has the id '${name}'`;
      const near = ++guesses > mostGuesses ? [] : nearMatches(name, ids.slice(0, 200));
      const named = near.length > 0 ? near : ids.slice(0, 3);
      const hint =
        named.length === 0
          ? `add it to <shared-components><${kind}>`
          : `name one that is there, for example '${named.join("' or '")}'`;
      return [finding(sharedComponentNotFound, (element ?? reference).textAt, { message, hint })];
    });
  });
}

function checkUnused(reading: Reading): Finding[] {
  const { document: root } = reading;
  const looked = new Set(referencesIn(reading, 'shared-connection').map(lookedUp));
  if ([...looked].some(isOpen)) return [];
  const texts = textsOutsideIds(root);
  return sharedOf(root, 'connections').flatMap((connection) => {
    const id = trimmedChild(connection, 'unique-id');
    if (id === '' || isOpen(id) || looked.has(id) || texts.has(id)) return [];
    const message = `nothing uses the shared connection '${id}'`;
    return [finding(sharedConnectionUnused, connection.at, { message, hint: 'take it out, or refer to it' })];
  });
}

/** Other components look connections up too, by elements of any name. */
function textsOutsideIds(root: XmlElement | undefined): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const element of root?.descendants() ?? []) {
    if (element.name !== 'unique-id' && element.children.length === 0) texts.add(idOfLookupName(element.text.trim()));
  }
  return texts;
}

function lookedUp(reference: XmlElement): string {
  return idOfLookupName(trimmedChild(reference, 'lookup-name'));
}

function referencesIn({ components, document: root }: Reading, type: string): XmlElement[] {
  return (root?.descendants() ?? []).filter((element) => components.typeOf(element) === type);
}

/** The components that an adapter shares, of one kind. */
function sharedOf(root: XmlElement | undefined, kind: 'connections' | 'services'): readonly XmlElement[] {
  return root?.child('shared-components')?.child(kind)?.children ?? [];
}

function isOpen(id: string): boolean {
  return hasUnknown(id) || id.includes('${') || id.startsWith('%');
}

/** False for what only stands for components, such as `xi:include`. */
function isComponent(element: XmlElement): boolean {
  return element.namespace !== 'http://www.w3.org/2001/XInclude';
}
