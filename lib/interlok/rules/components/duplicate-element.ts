import { finding, type Rule } from '../../../findings';
import type { RuleCheck } from '../rule-check';
import { shortName } from './names';
import { problemsOf } from './objects-of';

const duplicateElement: Rule = {
  id: 'duplicate-element',
  severity: 'error',
  what: 'A field that is no list is written twice in one object, in whatever spelling.',
  why: 'The load fails with a DuplicateFieldException.',
  since: 'all',
  fix: 'Take one of them out.',
};

export const duplicateElementCheck: RuleCheck = {
  rule: duplicateElement,
  check: (reading) =>
    problemsOf(reading, 'duplicate').map(({ element, first, field, owner }) =>
      finding(duplicateElement, element.at, {
        message: `<${field.name}> of ${shortName(owner)} is already written on line ${first.at.line ?? '?'}`,
        hint: 'take one of them out',
      }),
    ),
};
