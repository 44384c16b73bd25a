import { type Finding, finding, type Rule } from '../../../findings';
import { type ClassRecord, rangedModules } from '../../catalogue';
import type { Reading } from '../../reading';
import type { RuleCheck } from '../rule-check';
import { said } from './history';
import { mostGuesses, nearClasses } from './names';
import { type Objects, objectsOf, problemsOf } from './objects-of';
import { replacements } from './replacements';

const classNotInRelease: Rule = {
  id: 'class-not-in-release',
  severity: 'error',
  what: 'A component exists in other releases, but not in that of the image.',
  why: 'The load fails with a CannotResolveClassException, in a list that takes any alias with an UnknownFieldException.',
  since: 'all',
  fix: 'Use what took its place, or an image of a release that has it; the finding names both where they are known.',
};

export const classNotInReleaseCheck: RuleCheck = { rule: classNotInRelease, check };

function check(reading: Reading): Finding[] {
  const objects = objectsOf(reading);
  if (objects === undefined) return [];
  return problemsOf(reading, 'not-in-release').map(({ element, name, classes }, i) => {
    const history = historyOf(name, classes, objects);
    return finding(classNotInRelease, element.at, {
      message: `'${name}' ${history}, and this is ${objects.classes.release}`,
      hint: hintFor(name, history, objects, i < mostGuesses),
    });
  });
}

/** Since or until when a release has it: by its own range, that of its alias, or that of its module. */
function historyOf(
  name: string,
  known: readonly (readonly [key: string, record: ClassRecord])[],
  { classes }: Objects,
): string {
  const isSince = (release: string): boolean => classes.isSince(release);
  for (const [, record] of known) {
    const ofAlias = typeof record.a === 'object' ? record.a.filter(([alias]) => alias === name) : [];
    const own = said([record.v, ...ofAlias.map(([, range]) => range)], isSince);
    if (own !== undefined) return own;
    for (const module of rangedModules(record)) {
      const { first = '?', last = '' } = classes.catalogue.module(module) ?? {};
      if (first !== '?' && !isSince(first)) return `came with ${first} (${module})`;
      if (!classes.hasModule(module)) return `was last in ${module} ${last}`;
    }
  }
  return 'is in other releases';
}

function hintFor(name: string, history: string, { classes }: Objects, guess: boolean): string {
  const instead = replacements.get(name) ?? nearHint(name, classes, guess);
  const newer = /^came with ([\d.]+)/.exec(history)?.[1];
  return newer === undefined ? instead : `${instead}, or an image of ${newer} or newer`;
}

function nearHint(name: string, classes: Objects['classes'], guess: boolean): string {
  const near = guess ? nearClasses(classes, name, undefined) : [];
  return near.length === 0 ? 'use another component' : `use another component, for example '${near.join("' or '")}'`;
}
