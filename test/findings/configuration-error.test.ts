import { UserError } from '../../lib/errors/user-error';
import { ConfigurationError } from '../../lib/findings/configuration-error';
import { aFinding } from '../support/a-finding';

test('given errors and warnings, then the error carries and shows the errors, sorted, with their number and no stack trace', () => {
  const second = aFinding({ line: 2, column: 1 });
  const error = new ConfigurationError([second, aFinding({ severity: 'warning' }), aFinding()]);

  expect(error).toBeInstanceOf(UserError);
  expect(error.name).toBe('ConfigurationError');
  expect(error.findings).toEqual([aFinding(), second]);
  expect(error.message.split('\n')).toEqual([
    'Interlok would not run this configuration',
    'config/adapter.xml: error: something is wrong; put it right [a-rule]',
    'config/adapter.xml:2:1: error: something is wrong; put it right [a-rule]',
    '2 errors',
  ]);
  expect(error.stack).not.toMatch(/^\s+at /m);
});
