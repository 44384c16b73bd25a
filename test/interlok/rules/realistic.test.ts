import { readConfiguration, type ReadOptions } from '../../../lib/interlok';
import { directoryOf } from '../../support/config';
import { realistic, type RealisticConfiguration } from './cases/realistic';

function found({ files, options }: RealisticConfiguration, more: ReadOptions = {}): string[] {
  const directory = directoryOf(files);
  const { findings } = readConfiguration(directory, { ...options, ...more });
  return findings.map(
    ({ file, line, rule, severity }) => `${file.replace(`${directory}/`, '')}:${line ?? 0} ${severity} ${rule}`,
  );
}

test.each(realistic.map((one) => [one.name, one] as const))(
  'given %s, then the findings are those that an expert would give',
  (_, one) => {
    expect(found(one)).toEqual(one.finds);
  },
);

test.each(
  realistic.filter(({ findsInReplicas }) => findsInReplicas !== undefined).map((one) => [one.name, one] as const),
)('given %s in three replicas, then what would be worked on three times is an error', (_, one) => {
  const errors = found(one, { instances: 3 }).filter((text) => text.includes(' error '));
  expect(errors).toEqual(one.findsInReplicas);
});
