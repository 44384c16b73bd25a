import { formatText, summarize } from '../../lib/findings/text-format';
import { aFinding } from '../support/a-finding';

describe('formatText', () => {
  it('given a place, then it stands in front in the clickable form, and the hint follows the message', () => {
    const text = formatText([aFinding({ line: 14, column: 13 })]);
    expect(text).toBe('config/adapter.xml:14:13: error: something is wrong; put it right [a-rule]');
  });

  it('given no column or no line, then they are left out', () => {
    const text = formatText([aFinding({ line: 14, severity: 'warning' }), aFinding()]);
    expect(text.split('\n')).toEqual([
      'config/adapter.xml: error: something is wrong; put it right [a-rule]',
      'config/adapter.xml:14: warning: something is wrong; put it right [a-rule]',
    ]);
  });

  it('given a value with line breaks or escape sequences, then the finding stays on one line and the terminal obeys nothing', () => {
    expect(formatText([aFinding({ message: "port '\n8080\u001b[2J' is none" })])).toContain("port ' 8080 [2J' is none");
  });
});

describe('findings of one rule', () => {
  const many = (count: number, parts = {}) =>
    Array.from({ length: count }, (_, i) => aFinding({ line: i + 1, column: 3, ...parts }));

  it('given more than twenty in a file, then the first twenty are printed, and the others counted', () => {
    const lines = formatText([...many(57), aFinding({ line: 99, rule: 'other-rule' })]).split('\n');
    expect(lines).toHaveLength(22);
    expect(lines[19]).toMatch(/^config\/adapter\.xml:20:3: error/);
    expect(lines[20]).toMatch(/^config\/adapter\.xml:99: error: .*\[other-rule\]$/);
    expect(lines[21]).toBe('config/adapter.xml: 37 more from line 21 on [a-rule]');
  });

  it('given twenty, or twenty of each of two rules or files, then all are printed', () => {
    expect(formatText(many(20))).not.toContain('more');
    const all = [...many(20), ...many(20, { rule: 'other-rule' }), ...many(20, { file: 'config/jetty.xml' })];
    expect(formatText(all).split('\n')).toHaveLength(60);
  });

  it('given more than are printed, then the summary counts them', () => {
    expect(summarize(many(57))).toBe('57 errors');
  });
});

describe('summarize', () => {
  it.each([
    [[], 'no findings'],
    [[aFinding()], '1 error'],
    [[aFinding({ severity: 'warning' }), aFinding({ severity: 'warning', line: 2 })], '2 warnings'],
    [[aFinding(), aFinding({ line: 2 }), aFinding({ severity: 'warning' })], '2 errors, 1 warning'],
    [[aFinding(), aFinding()], '1 error'],
  ])('given %j, then it says %s', (findings, text) => {
    expect(summarize(findings)).toBe(text);
  });
});
