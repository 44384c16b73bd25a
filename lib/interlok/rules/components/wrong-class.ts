import { type Finding, finding, type Rule } from '../../../findings';
import type { Reading } from '../../reading';
import type { XmlElement } from '../../xml';
import type { WrongClass } from '../../xstream';
import type { RuleCheck } from '../rule-check';
import { classesFor, mostGuesses, shortName, simpleName } from './names';
import { type Objects, objectsOf, problemsOf } from './objects-of';

const wrongClass: Rule = {
  id: 'wrong-class',
  severity: 'error',
  what: 'A class cannot be the value of its field: it is of another kind, an interface or an abstract class, or the `class` attribute is empty or missing.',
  why: 'The load fails: the value cannot be made, or not be assigned.',
  since: 'all',
  fix: 'Name a class that fits in the `class` attribute; the finding names some.',
};

export const wrongClassCheck: RuleCheck = { rule: wrongClass, check };

function check(reading: Reading): Finding[] {
  const objects = objectsOf(reading);
  if (objects === undefined) return [];
  return problemsOf(reading, 'wrong-class').map((problem, i) =>
    finding(wrongClass, problem.element.at, {
      message: messageFor(problem, problem.element),
      hint: hintFor(problem, problem.element, objects, i < mostGuesses),
    }),
  );
}

function messageFor({ reason, expected, type, name = '' }: WrongClass, element: XmlElement): string {
  const wanted = simpleName(expected.name);
  switch (reason) {
    case 'empty':
      return `<${element.name}> has an empty class attribute`;
    case 'abstract':
      return element.attributes.has('class') || type?.name !== expected.name
        ? `'${type === undefined ? '' : shortName(type)}' is abstract: no object can be made of it`
        : `<${element.name}> needs a class attribute: ${wanted} alone is abstract`;
    case 'no-constructor':
      return `'${type === undefined ? '' : shortName(type)}' cannot be read from XML`;
    case 'not-assignable':
      return `'${type === undefined ? name : shortName(type)}' is no ${wanted}, which <${element.name}> takes`;
  }
}

function hintFor(
  { expected, reason }: WrongClass,
  element: XmlElement,
  { classes, image }: Objects,
  guess: boolean,
): string {
  const byType = element.attributes.get('type');
  if (reason === 'abstract' && byType !== undefined) return `write class="${byType}": type means nothing here`;
  const fitting = guess
    ? classesFor(classes, expected).filter(({ module }) => module === undefined || image.has(module))
    : [];
  const names = fitting.map(shortName);
  if (names.length === 0) return reason === 'no-constructor' ? 'take it out' : 'take the class attribute out';
  return `write class="…" with one of ${names.slice(0, 8).join(', ')}${names.length > 8 ? ` and ${names.length - 8} more` : ''}`;
}
