import { type Finding, finding, type Rule } from '../../../findings';
import type { Reading } from '../../reading';
import type { UnknownName } from '../../xstream';
import type { RuleCheck } from '../rule-check';
import { mostGuesses, nearClasses } from './names';
import { type Objects, objectsOf, problemsOf } from './objects-of';

const unknownClass: Rule = {
  id: 'unknown-class',
  severity: 'error',
  what: 'No public module of any release has a class of the name that a `class` attribute or a tag gives. A warning where the image is one of your own whose modules are not named, and where the release is newer than those that are known in full.',
  why: 'The load fails with a CannotResolveClassException.',
  since: 'all',
  fix: 'Correct the name. A component of your own needs an image of your own: say so by `InterlokImage.custom`.',
};

export const unknownClassCheck: RuleCheck = { rule: unknownClass, check };

function check(reading: Reading): Finding[] {
  const objects = objectsOf(reading);
  if (objects === undefined) return [];
  return problemsOf(reading, 'unknown-name').map((problem, i) => {
    const { image, classes } = objects;
    const isOpen = image.isOpen && !isRefusedAnyway(problem.name, objects);
    const what = problem.by === 'class' ? `class "${problem.name}"` : `<${problem.name}>`;
    return finding(unknownClass, problem.element.at, {
      message: `no public module of Interlok has ${what}`,
      hint: hintFor(problem, objects, i < mostGuesses),
      ...(isOpen || classes.isPartlyKnown ? { severity: 'warning' } : {}),
    });
  });
}

/** XStream 1.4.18 lets in what is in com.adaptris, and what has an alias. */
function isRefusedAnyway(name: string, { classes }: Objects): boolean {
  return classes.isSince('4.2.0') && name.includes('.') && !/^(?:com\.adaptris|interlok)\./.test(name);
}

function hintFor(problem: UnknownName, { classes, image }: Objects, guess: boolean): string {
  const { name, by, expected } = problem;
  if (name !== name.trim()) return `write '${name.trim()}': blanks are part of the name`;
  const near = guess ? nearClasses(classes, name, expected) : [];
  const written = near.map((each) => (by === 'class' ? `class="${each}"` : `<${each}>`));
  const own = image.isOpen || name.includes('.') ? ownHint(name) : undefined;
  if (written.length > 0) return [`write ${written.join(' or ')}`, ...(own === undefined ? [] : [own])].join(', or ');
  if (own !== undefined) return own;
  return 'write the alias or full class name of a component';
}

function ownHint(name: string): string {
  const what = name.includes('.') ? 'the class' : 'the component';
  return `describe ${what} of your own by ownComponents of InterlokImage.custom`;
}
