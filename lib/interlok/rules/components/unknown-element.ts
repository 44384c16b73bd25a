import { type Finding, finding, type Rule } from '../../../findings';
import type { ComponentClass, ReleaseCatalogue } from '../../catalogue';
import type { Reading } from '../../reading';
import type { XmlElement } from '../../xml';
import type { RuleCheck } from '../rule-check';
import { destinationFix, destinationHint } from './destination-hint';
import { rangesOfField, said } from './history';
import { fittingNames, guesses, listed, mostGuesses, shortName } from './names';
import { type Objects, objectsOf, problemsOf } from './objects-of';

const unknownElement: Rule = {
  id: 'unknown-element',
  severity: 'error',
  what: 'An element is no field of the class that it stands in, at the release of the image. A warning where the release is newer than those that are known in full, for a module whose other patch releases have the field, and for what may be a component of your own in an image whose modules are not named.',
  why: 'The load fails with an UnknownFieldException.',
  since: 'all',
  fix: 'Write the field that the class has, or move the element to where it belongs; the finding names both.',
};

export const unknownElementCheck: RuleCheck = { rule: unknownElement, check };

interface Owned {
  readonly element: XmlElement;
  readonly owner: ComponentClass;
}

function check(reading: Reading): Finding[] {
  const objects = objectsOf(reading);
  const problems = problemsOf(reading, 'unknown-element');
  if (objects === undefined || problems.length === 0) return [];
  const beautified = beautifiedFinding(objects, problems);
  if (beautified !== undefined) return [beautified];
  return problems.map((problem, i) => findingOf(problem, objects, i < mostGuesses));
}

function findingOf(problem: Owned, objects: Objects, guess: boolean): Finding {
  const { element, owner } = problem;
  const { classes } = objects;
  const ranges = rangesOfField(classes.catalogue, owner.name, element.name);
  const history = said(ranges, (release) => classes.isSince(release));
  const message =
    history === undefined
      ? `${shortName(owner)} has no <${element.name}>`
      : `<${element.name}> of ${shortName(owner)} ${history}, and this is ${classes.release}`;
  const hint = history === undefined ? hintFor(problem, objects, guess) : hintForOther(problem, history);
  // Items of such a collection are aliases, and jars of one's own may bring some.
  const mayBeOwn = objects.image.isOpen && owner.openCollections.length > 0;
  const isUncertain = mayBeOwn || classes.isPartlyKnown || mayBeOfAnotherPatch(owner, ranges, classes);
  const fix = element.name === 'destination' && history?.startsWith('was') === true ? destinationFix(owner) : undefined;
  const severity = isUncertain ? 'warning' : unknownElement.severity;
  return finding(unknownElement, element.at, { message, hint, severity, ...(fix === undefined ? {} : { fix }) });
}

/** Of a module that is not in the stock image, the version of the jar is not known: the next patch release may be there. */
function mayBeOfAnotherPatch(owner: ComponentClass, ranges: readonly string[], classes: ReleaseCatalogue): boolean {
  const { module } = owner;
  if (module === undefined || classes.isStock(module)) return false;
  const line = `${classes.version[0] ?? 0}.${classes.version[1] ?? 0}.`;
  return ranges.some((range) => [...range.matchAll(/\d[\d.]*/g)].some(([version]) => version.startsWith(line)));
}

function hintForOther({ element, owner }: Owned, history: string): string {
  if (element.name === 'destination' && history.startsWith('was')) return destinationHint(element, owner);
  if (element.name === 'path' && owner.field('destination') !== undefined) return `write ${oldForm(element)}`;
  if (element.name === 'methods' && owner.field('destination') !== undefined)
    return 'use the <filter-expression> of the destination';
  const near = nearFields(element.name, owner);
  const other = near.length === 0 ? 'take it out' : `write <${near.join('> or <')}>, or take it out`;
  return history.startsWith('was') ? other : `${other}, or use an image of ${history.replace(/\D*/, '')} or newer`;
}

function oldForm(path: XmlElement): string {
  const methods = path.parent?.childText('methods')?.trim() ?? '';
  const filter = methods === '' ? '' : `<filter-expression>${methods}</filter-expression>`;
  return `<destination class="configured-consume-destination"><destination>${path.text.trim()}</destination>${filter}</destination>`;
}

function hintFor(problem: Owned, { tree, classes }: Objects, guess: boolean): string {
  const { element, owner } = problem;
  const type = classes.find(element.name);
  const asValue = type === undefined ? undefined : placeFor(type, owner);
  if (asValue !== undefined) return asValue;
  const above = element.parent?.parent;
  if (above !== undefined && hasMember(tree.classOf(above), element.name))
    return `put it one level up, into <${above.name}>`;
  const below = guess ? childWith(problem, tree, classes) : undefined;
  if (below !== undefined) return `put it one level down, into <${below}>`;
  const near = guess ? [...nearFields(element.name, owner), ...nearItems(element.name, owner, classes)] : [];
  if (near.length > 0) return `write <${near.slice(0, 3).join('> or <')}>`;
  const names = owner.fields.map(({ name, itemTag }) => (itemTag === undefined || itemTag === '*' ? name : itemTag));
  return names.length === 0 ? 'take it out: it has no fields' : `it has ${listed(names.map((name) => `<${name}>`))}`;
}

/** Where a component belongs that stands where a field should. */
function placeFor(type: ComponentClass, owner: ComponentClass): string | undefined {
  const field = owner.fields.find(({ type: { name } }) => !name.startsWith('java.') && type.isA(name));
  if (field !== undefined) return `write <${field.name} class="${shortName(type)}">`;
  const list = owner.fields.find(
    (each) => each.itemTag === undefined && each.itemType !== undefined && type.isA(each.itemType.name),
  );
  return list === undefined || list.itemType?.name === 'java.lang.Object' ? undefined : `put it into <${list.name}>`;
}

function hasMember(type: ComponentClass | undefined, name: string): boolean {
  const field = type?.field(name);
  return (field !== undefined && field.itemTag === undefined) || type?.collectionOf(name) !== undefined;
}

/** The field of the owner whose value has the element: one that is written, or what would be there. */
function childWith({ element, owner }: Owned, tree: Objects['tree'], classes: ReleaseCatalogue): string | undefined {
  const written = element.parent?.children.find((sibling) => hasMember(tree.classOf(sibling), element.name));
  if (written !== undefined) return written.name;
  const type = classes.find(element.name);
  const takers = owner.fields.filter((field) => {
    const value = classes.named(field.record.ic ?? field.type.name);
    const takes = value?.openCollections.some(({ itemType }) => itemType !== undefined && type?.isA(itemType.name));
    return hasMember(value, element.name) || takes === true;
  });
  return (takers.find(({ name }) => name.includes(element.name)) ?? takers[0])?.name;
}

function nearFields(name: string, owner: ComponentClass): readonly string[] {
  const names = owner.fields.flatMap(({ name: field, itemTag }) => (itemTag === '*' ? [] : [itemTag ?? field]));
  return guesses(name.replaceAll('_', '-'), names).slice(0, 2);
}

/** Aliases that fit into a collection of the owner. */
function nearItems(name: string, owner: ComponentClass, classes: ReleaseCatalogue): readonly string[] {
  return owner.openCollections.flatMap(({ itemType }) =>
    itemType === undefined ? [] : fittingNames(classes, name, itemType),
  );
}

/** A document of 3.x without `class` attributes is one mistake, not one an element. */
function beautifiedFinding({ classes }: Objects, problems: readonly Owned[]): Finding | undefined {
  const inPlace = problems.filter(({ element, owner }) => {
    const type = element.attributes.has('class') ? undefined : classes.find(element.name);
    return (
      type !== undefined && owner.fields.some((field) => field.itemType === undefined && type.isA(field.type.name))
    );
  });
  const [first] = inPlace;
  if (first === undefined || inPlace.length < 4 || hasClassAttributes(first.element)) return undefined;
  return finding(unknownElement, first.element.at, {
    message: `the file is in the beautified form of Interlok up to 3.8.1, which ${classes.release} does not read: <${first.element.name}> and ${inPlace.length - 1} more stand in place of fields`,
    hint: 'write it anew with beautifyXStreamOutput=false in an old release, or give each field its name and a class attribute',
  });
}

function hasClassAttributes(element: XmlElement): boolean {
  let root = element;
  for (const ancestor of element.ancestors()) root = ancestor;
  for (const each of root.descendants()) if (each.attributes.has('class')) return true;
  return false;
}
