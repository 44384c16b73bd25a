import { type Finding, finding, type Rule } from '../../../findings';
import type { ComponentClass } from '../../catalogue';
import { fileUsesOf } from '../../model';
import type { Reading } from '../../reading';
import type { XmlElement } from '../../xml';
import { isTriggered, startedOf } from '../component-type';
import { lastingAt, storageFor } from '../file-places';
import type { RuleCheck } from '../rule-check';
import { inReplicas, weight } from './replica-weight';

const fileConsumer: Rule = {
  id: 'file-consumer',
  severity: 'warning',
  what: 'A consumer reads files from a directory (fs-consumer and its relatives) that is no `storage`. An error with more than one replica.',
  why: 'A directory inside of the pod is empty and private to it; on a shared volume the replicas race for the files, and one file may be worked on twice.',
  since: 'all',
  fix: 'Say `storage` for the directory and run one replica, or let the files come by SFTP, S3 or a queue.',
};

/** Rules about consumers of files. */
export const fileConsumerRules: readonly RuleCheck[] = [{ rule: fileConsumer, check: checkFileConsumers }];

/** A consumer of the files of a directory. */
export function isFileConsumer({ kind, files }: ComponentClass): boolean {
  return kind === 'consumer' && Object.values(files).includes('rw');
}

/** A part of an aggregating service reads when a message asks for it; that of a retrier is a finding of `file-store`. */
export function readsOnRequest({ components }: Reading, consumer: XmlElement): boolean {
  for (const around of consumer.ancestors()) {
    if (components.isA(around, '~core.FailedMessageRetrier')) return true;
    if (components.isA(around, '~core.services.aggregator.AggregatingConsumeService')) return true;
  }
  return false;
}

/** What a consumer takes its files from, by the field that names it. */
export function consumedBy(reading: Reading, consumer: XmlElement): { readonly field: string; readonly path?: string } {
  const use = fileUsesOf(consumer, reading.components).find((each) => each.use === 'consumes');
  return use ?? { field: 'base-directory-url' };
}

function checkFileConsumers(reading: Reading): Finding[] {
  const alone = (reading.options.instances ?? 1) < 2;
  return startedOf(reading, isFileConsumer)
    .filter((consumer) => !readsOnRequest(reading, consumer))
    .flatMap((consumer): Finding[] => {
      const consumed = consumedBy(reading, consumer);
      const lasting = lastingAt(reading, consumed.path);
      if (lasting !== undefined && (alone || !lasting.shared)) return [];
      const what = consumed.path ?? 'a directory';
      const mount = lasting === undefined ? `say ${storageFor(consumed)} and ` : '';
      return [
        finding(fileConsumer, consumer.at, {
          severity: isTriggered(reading, consumer) ? 'warning' : weight(reading),
          message: `${reading.components.typeOf(consumer)} reads the files of ${what}${inReplicas(reading)}`,
          hint: `${mount}run one replica (\`replicas: 1\`), or take the files from SFTP, S3 or a queue`,
        }),
      ];
    });
}
