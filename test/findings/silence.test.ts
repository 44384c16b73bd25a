import { PropsError } from '../../lib/errors/props-error';
import type { Rule } from '../../lib/findings/finding';
import { silence } from '../../lib/findings/silence';
import { aFinding } from '../support/a-finding';

function rule(id: string, parts: Partial<Rule> = {}): Rule {
  return { id, severity: 'error', what: 'w', why: 'y', since: 'all', fix: 'f', ...parts };
}

const rules = [rule('a-rule'), rule('port-conflict'), rule('malformed-xml', { silenceable: false })];

function silenced(...ids: string[]): ReturnType<typeof silence> {
  return silence([aFinding(), aFinding({ rule: 'port-conflict' })], { silence: ids, rules, subject: 'InterlokChart' });
}

describe('silence', () => {
  it('given no ids, then every finding stays', () => {
    expect(silenced()).toHaveLength(2);
  });

  it('given the id of a rule, then its findings are dropped and the others stay', () => {
    expect(silenced('port-conflict')).toEqual([aFinding()]);
  });

  it('given an unknown id, then the error names the field, the value and what was meant', () => {
    expect(() => silenced('a-rule', 'port-conflicts')).toThrow(PropsError);
    expect(() => silenced('a-rule', 'port-conflicts')).toThrow(
      "silence[1]: got 'port-conflicts', expected the id of a rule in docs/rules.md (did you mean 'port-conflict'?)",
    );
  });

  it('given an unknown id like no other, then nothing is suggested', () => {
    expect(() => silenced('zzzzzzzz')).toThrow(/docs\/rules\.md$/);
  });

  it('given a rule without which there is no model, then it cannot be silenced', () => {
    expect(() => silenced('malformed-xml')).toThrow("silence[0]: got 'malformed-xml', expected a rule that can be");
  });

  it('given several wrong ids, then all are named at once', () => {
    expect(() => silenced('one', 'two')).toThrow(/silence\[0\].*\n.*silence\[1\]/);
  });
});
