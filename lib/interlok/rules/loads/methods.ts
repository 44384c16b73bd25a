import { type Finding, finding, type Rule } from '../../../findings';
import type { Reading } from '../../reading';
import { hasUnknown } from '../../variables';
import type { RuleCheck } from '../rule-check';

const methodInvalid: Rule = {
  id: 'method-invalid',
  severity: 'warning',
  what: 'A name among the `<methods>` of a consumer is none that a request can have: it has a character other than letters, digits, `-` and `_`.',
  why: 'Interlok takes it as it is: no request has that method, and those that were meant are refused with 405.',
  since: 'all',
  fix: 'Separate the methods by commas: `GET,POST`.',
};

export const methodRules: readonly RuleCheck[] = [{ rule: methodInvalid, check }];

function check({ consumers }: Reading): Finding[] {
  return consumers.flatMap(({ methods = [], methodsAt }) => {
    const wrong = methods.filter((method) => !/^[\w-]+$/.test(method) && !hasUnknown(method) && !method.includes('${'));
    if (wrong.length === 0 || methodsAt === undefined) return [];
    const message = `no request has the method '${wrong.join("' or '")}'`;
    return [finding(methodInvalid, methodsAt, { message, hint: 'separate methods by commas, as in GET,POST' })];
  });
}
