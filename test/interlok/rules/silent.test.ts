import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readConfiguration } from '../../../lib/interlok';
import { rules } from '../../../lib/interlok/rules';
import { directoryOf } from '../../support/config';
import type { Case } from './cases/case';
import { silentCases } from './silent';

function rulesOf({ files, over, links = {}, options }: Case): readonly string[] {
  const directory = directoryOf(files);
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(directory, name));
  const directories = over === undefined ? [directory] : [directory, directoryOf(over)];
  return readConfiguration(directories, options).findings.map(({ rule }) => rule);
}

describe.each(Object.entries(silentCases))('%s is silent', (id, cases) => {
  test.each(Object.entries(cases))('when %s', (_, one) => {
    expect(rulesOf(one)).not.toContain(id);
  });
});

test('every rule about a configuration says when it is silent, and no other does', () => {
  expect(Object.keys(silentCases).sort()).toEqual(rules.map(({ id }) => id).sort());
});
