import { errorsAmong, sortFindings } from '../../lib/findings/sort';
import { aFinding } from '../support/a-finding';

describe('sortFindings', () => {
  it('given findings in any order, then they are sorted by file, line, column and rule, whole-file findings first', () => {
    const expected = [
      aFinding({ file: 'a.xml' }),
      aFinding({ file: 'a.xml', line: 2, column: 9 }),
      aFinding({ file: 'a.xml', line: 10, column: 1, rule: 'b' }),
      aFinding({ file: 'a.xml', line: 10, column: 1, rule: 'c' }),
      aFinding({ file: 'a.xml', line: 10, column: 4, rule: 'a' }),
      aFinding({ file: 'b.xml' }),
    ];
    expect(sortFindings([...expected].reverse())).toEqual(expected);
  });

  it('given the same finding twice, as from two charts with one directory, then it is listed once', () => {
    const other = aFinding({ message: 'something else is wrong' });
    expect(sortFindings([aFinding(), other, aFinding()])).toEqual([other, aFinding()]);
  });

  it('given one finding as a warning and as an error, then both stay', () => {
    expect(sortFindings([aFinding(), aFinding({ severity: 'warning' })])).toHaveLength(2);
  });
});

test('errorsAmong leaves the warnings out', () => {
  expect(errorsAmong([aFinding({ severity: 'warning' }), aFinding()])).toEqual([aFinding()]);
});
