import { type Finding, finding, type Rule } from '../../../findings';
import type { Reading } from '../../reading';
import type { XmlElement } from '../../xml';
import type { WrongItem } from '../../xstream';
import type { RuleCheck } from '../rule-check';
import { shortName, simpleName } from './names';
import { problemsOf } from './objects-of';

const notOfTheList: Rule = {
  id: 'not-of-the-list',
  severity: 'warning',
  what: 'A list holds something that does not belong into it: a component of another kind, `<null/>`, or one whose `class` says something else than its tag. An error where the load fails, for a class of Java that XStream refuses.',
  why: 'XStream does not check the items of a list: the file loads, `-configtest` refuses it, and a start fails where the list is used. Where `class` and tag differ, the class counts.',
  since: 'all',
  fix: 'Move the component to where it belongs, or let the tag be its alias.',
};

export const notOfTheListCheck: RuleCheck = { rule: notOfTheList, check };

function check(reading: Reading): Finding[] {
  return problemsOf(reading, 'item').map((problem) =>
    finding(notOfTheList, problem.element.at, {
      message: messageFor(problem, problem.element),
      hint: hintFor(problem),
      ...(problem.reason === 'refused' ? { severity: 'error' } : {}),
    }),
  );
}

function messageFor({ reason, type, name = '', expected }: WrongItem, element: XmlElement): string {
  const wanted = expected === undefined ? 'component' : simpleName(expected.name);
  const list = element.parent?.name ?? '';
  switch (reason) {
    case 'null':
      return `<null/> in <${list}> is an empty place, and no ${wanted}`;
    case 'overruled':
      return `<${name}> is a ${type === undefined ? '' : shortName(type)}: its class counts, not its tag`;
    case 'refused':
      return `'${name}' is no ${wanted}, and cannot be read in <${list}>`;
    case 'not-assignable':
      return `'${type === undefined ? name : shortName(type)}' is no ${wanted}: <${list}> holds it all the same, and fails when it is used`;
  }
}

function hintFor({ reason, type }: WrongItem): string {
  if (reason === 'overruled') return `write <${type === undefined ? '' : shortName(type)}>`;
  return reason === 'null' ? 'take it out' : 'move it to where it belongs, or take it out';
}
