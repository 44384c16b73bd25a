import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Report } from '../../e2e/report';
import { fakeMachine } from '../support/fake-machine';

test('given a check that holds and one that does not, then each has its sentence, and the last line counts them', async () => {
  const { terminal, lines } = fakeMachine(() => undefined);
  const report = new Report(terminal, (namespaces) => Promise.resolve(`the state of ${namespaces.join()}`));
  const file = join(tmpdir(), `e2e-report-${process.pid}.json`);

  await report.check('pods are ready', ['a'], () => Promise.resolve('3 pods'));
  await report.check('nothing fails', ['b'], () => Promise.reject(new Error('2 of 9 failed\nconnection reset')));
  report.summary(file);

  expect(lines).toEqual([
    'ok      pods are ready (3 pods; 0 s)',
    'FAILED  nothing fails\n        2 of 9 failed\n        connection reset\n        the state of b',
    '\n1 passed, 1 failed',
  ]);
  expect(report.good).toBe(false);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ numPassedTests: 1, numFailedTests: 1 });
  rmSync(file);
});
