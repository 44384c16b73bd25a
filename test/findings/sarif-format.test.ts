import type { Log } from 'sarif';
import type { Rule } from '../../lib/findings/finding';
import { formatSarif } from '../../lib/findings/sarif-format';
import { aFinding } from '../support/a-finding';

const rules: Rule[] = ['other', 'a-rule'].map((id) => ({
  id,
  severity: 'warning',
  what: `what ${id} finds`,
  why: 'why it matters',
  since: 'all',
  fix: 'how to fix it',
}));

function sarif(...findings: Parameters<typeof formatSarif>[0]): Log['runs'][number] {
  const log = JSON.parse(formatSarif(findings, { rules, version: '1.2.3' })) as Log;
  expect(log.version).toBe('2.1.0');
  const [run, ...others] = log.runs;
  expect(others).toEqual([]);
  if (run === undefined) throw new Error('the log has no run');
  return run;
}

describe('formatSarif', () => {
  it('given no findings, then the tool still lists every rule with its page', () => {
    const { tool, results } = sarif();
    expect(results).toEqual([]);
    expect(tool.driver).toMatchObject({ name: 'cdk8s-interlok', version: '1.2.3' });
    expect(tool.driver.rules).toEqual([
      {
        id: 'other',
        shortDescription: { text: 'what other finds' },
        fullDescription: { text: 'why it matters' },
        help: { text: 'how to fix it See docs/rules.md#other.' },
        defaultConfiguration: { level: 'warning' },
      },
      expect.objectContaining({ id: 'a-rule' }),
    ]);
  });

  it('given a finding, then the result names its rule, level, text and region', () => {
    const { results, columnKind } = sarif(aFinding({ line: 14, column: 13 }));
    expect(columnKind).toBe('utf16CodeUnits');
    expect(results).toEqual([
      {
        ruleId: 'a-rule',
        ruleIndex: 1,
        level: 'error',
        message: { text: 'something is wrong; put it right' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'config/adapter.xml' },
              region: { startLine: 14, startColumn: 13 },
            },
          },
        ],
      },
    ]);
  });

  it('given a finding on a whole file with a name that a URI must escape, then there is no region and the URI is escaped', () => {
    const { results } = sarif(aFinding({ file: 'my config/a#b.xml' }), aFinding({ file: '/elsewhere/a b.xml' }));
    expect(results?.map((result) => result.locations?.[0]?.physicalLocation)).toEqual([
      { artifactLocation: { uri: 'file:///elsewhere/a%20b.xml' } },
      { artifactLocation: { uri: 'my%20config/a%23b.xml' } },
    ]);
  });
});
