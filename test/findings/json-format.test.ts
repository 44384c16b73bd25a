import { formatJson } from '../../lib/findings/json-format';
import { aFinding } from '../support/a-finding';

test('given findings, then the document has the counts and the findings in their order', () => {
  const warning = aFinding({ severity: 'warning', line: 3, column: 5 });
  expect(JSON.parse(formatJson([warning, aFinding()]))).toEqual({
    errors: 1,
    warnings: 1,
    findings: [aFinding(), warning],
  });
});

test('given no findings, then the document says so', () => {
  expect(JSON.parse(formatJson([]))).toEqual({ errors: 0, warnings: 0, findings: [] });
});
