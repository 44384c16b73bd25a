import { type Finding, finding, type Rule } from '../../../findings';
import type { Reading } from '../../reading';
import type { XmlElement } from '../../xml';
import { isStarted, startedOfType, typeOf } from '../component-type';
import type { RuleCheck } from '../rule-check';
import { inReplicas, weight } from './replica-weight';

const fileConsumer: Rule = {
  id: 'file-consumer',
  severity: 'warning',
  what: 'A consumer reads files from a directory (fs-consumer and its relatives). An error with more than one replica.',
  why: 'A directory inside of the pod is empty and private to it; on a shared volume the replicas race for the files, and one file may be worked on twice.',
  since: 'all',
  fix: 'Mount a volume there and run one replica, or let the files come by SFTP, S3 or a queue.',
};

const pollingInEveryPod: Rule = {
  id: 'polling-in-every-pod',
  severity: 'warning',
  what: 'A polling-trigger, or a consumer with a poller or cron expression, runs in every pod. An error with more than one replica where one message would be worked on in each: triggers, mail and relaxed FTP.',
  why: 'Interlok knows nothing of its replicas: each fires, and during a rolling update the old pod and the new one do.',
  since: 'all',
  fix: 'Run one replica of these channels as an adapter of their own, trigger it by a request from a CronJob, or make the work safe to repeat.',
};

const fileStore: Rule = {
  id: 'file-store',
  severity: 'warning',
  what: 'A component keeps messages or state in files: producers and retriers on the file system, retry-store-filesystem, simple-data-store, processed-item caches with a `<store-file>`, Derby.',
  why: 'The files go with the pod, and another replica does not see them: a failed message can be retried only in the pod that it failed in.',
  since: 'all',
  fix: 'Mount a volume there, or keep the state outside: retry-store-jdbc, a database, an object store, a queue.',
};

/** Rules about what is unsafe in more than one pod, or in one that is replaced. */
export const replicaRules: readonly RuleCheck[] = [
  { rule: fileConsumer, check: checkFileConsumers },
  { rule: pollingInEveryPod, check: checkPollers },
  { rule: fileStore, check: checkStores },
];

const fileConsumers: ReadonlySet<string> = new Set([
  'fs-consumer',
  'large-fs-consumer',
  'aggregating-fs-consumer',
  'non-deleting-fs-consumer',
  'moving-non-deleting-fs-consumer',
  'traversing-fs-consumer',
]);

function checkFileConsumers(reading: Reading): Finding[] {
  return startedOfType(reading, fileConsumers)
    .filter((consumer) => !readsOnRequest(consumer))
    .map((consumer) =>
      finding(fileConsumer, consumer.at, {
        severity: weight(reading),
        message: `${typeOf(consumer)} reads the files of a directory${inReplicas(reading)}`,
        hint: 'mount a volume there and run one replica, or take the files from SFTP, S3 or a queue',
      }),
    );
}

/** A part of an aggregating service reads when a message asks for it; that of a retrier is a finding of `file-store`. */
function readsOnRequest(consumer: XmlElement): boolean {
  for (const around of consumer.ancestors()) {
    if (around.name === 'failed-message-retrier' || typeOf(around).startsWith('aggregating-')) return true;
  }
  return false;
}

/** Consumers of which each replica would have the same message. */
const repeating = /^polling-trigger$|^relaxed-ftp-consumer$|mail-consumer$/;
/** Consumers that share their work through what they read from, polling or not. */
const sharing = /kafka|sqs|jms|amqp|rabbit|pubsub|mqtt|queue/;

function checkPollers(reading: Reading): Finding[] {
  const found: Finding[] = [];
  for (const element of reading.document?.descendants() ?? []) {
    const type = typeOf(element);
    const poller = pollerOf(element);
    const polls = repeating.test(type) || (element.name.endsWith('consumer') && poller !== undefined);
    if (!polls || fileConsumers.has(type) || sharing.test(type)) continue;
    if (readsOnRequest(element) || !isStarted(reading, element)) continue;
    const how = poller === undefined ? '' : ` (${typeOf(poller)})`;
    found.push(
      finding(pollingInEveryPod, element.at, {
        severity: repeating.test(type) ? weight(reading) : 'warning',
        message: `${type}${how} fires${inReplicas(reading)}`,
        hint: 'run one replica of it as an adapter of its own, or make the work safe to repeat',
      }),
    );
  }
  return found;
}

function pollerOf(element: XmlElement): XmlElement | undefined {
  return element.child('poller') ?? element.children.find((child) => child.name.endsWith('-poller'));
}

const stores: ReadonlySet<string> = new Set([
  'default-failed-message-retrier',
  'fs-producer',
  'large-fs-producer',
  'retry-store-filesystem',
  'simple-data-store',
]);

function checkStores(reading: Reading): Finding[] {
  const hint = 'mount a volume there, or keep the state outside of the pod';
  const components = startedOfType(reading, stores).map((store) =>
    finding(fileStore, store.at, { message: `${typeOf(store)} keeps messages or state in files of the pod`, hint }),
  );
  const files = [...(reading.document?.descendants() ?? [])]
    .filter((element) => element.name === 'store-file' || isDerby(element))
    .filter((element) => isStarted(reading, element))
    .map((element) =>
      finding(fileStore, element.at, { message: `<${element.name}> keeps state in files of the pod`, hint }),
    );
  return [...components, ...files];
}

/** Derby inside of the process writes to a directory; by network (`jdbc:derby://`) it is a server's. */
function isDerby(element: XmlElement): boolean {
  return element.children.length === 0 && /^\s*jdbc:derby:(?!\/\/|memory:)/.test(element.text);
}
