import { type Finding, finding, type Rule } from '../../../findings';
import type { ComponentClass } from '../../catalogue';
import type { Reading } from '../../reading';
import type { XmlElement } from '../../xml';
import { isStarted, isTriggered, startedOf } from '../component-type';
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
  what: 'A polling-trigger, or another consumer that polls, runs in every pod. An error with more than one replica where one message would be worked on in each: triggers, mail and relaxed FTP.',
  why: 'Interlok knows nothing of its replicas: each fires, and during a rolling update the old pod and the new one do.',
  since: 'all',
  fix: 'Run one replica of these channels as an adapter of their own, trigger it by a request from a CronJob, or make the work safe to repeat.',
};

const fileStore: Rule = {
  id: 'file-store',
  severity: 'warning',
  what: 'A component keeps messages or state in files: producers and retriers on the file system, stores of duplicates, sequence numbers and processed items, retry-store-filesystem, Derby.',
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

/** A consumer of the files of a directory. */
function isFileConsumer({ kind, files }: ComponentClass): boolean {
  return kind === 'consumer' && Object.values(files).includes('rw');
}

function checkFileConsumers(reading: Reading): Finding[] {
  return startedOf(reading, isFileConsumer)
    .filter((consumer) => !readsOnRequest(reading, consumer))
    .map((consumer) =>
      finding(fileConsumer, consumer.at, {
        severity: isTriggered(reading, consumer) ? 'warning' : weight(reading),
        message: `${reading.components.typeOf(consumer)} reads the files of a directory${inReplicas(reading)}`,
        hint: 'mount a volume there and run one replica (`replicas: 1`), or take the files from SFTP, S3 or a queue',
      }),
    );
}

/** A part of an aggregating service reads when a message asks for it; that of a retrier is a finding of `file-store`. */
function readsOnRequest({ components }: Reading, consumer: XmlElement): boolean {
  for (const around of consumer.ancestors()) {
    if (components.isA(around, '~core.FailedMessageRetrier')) return true;
    if (components.isA(around, '~core.services.aggregator.AggregatingConsumeService')) return true;
  }
  return false;
}

/** Consumers of which each replica would have the same message: of the others, what is read from gives each message once. */
function repeats(known: ComponentClass): boolean {
  const { firesByItself, record } = known;
  return firesByItself || known.isA('~core.ftp.RelaxedFtpConsumer') || record.tag?.includes('email') === true;
}

/** What brokers call their consumers: these share their work through the broker, polling or not. */
const brokers: readonly string[] = ['jms', 'kafka', 'sqs', 'websphere', 'amqp', 'gcloud', 'mqtt', 'nats.io'];

function isShared({ record }: ComponentClass): boolean {
  return record.tag?.some((tag) => brokers.includes(tag)) === true;
}

function isPoller(known: ComponentClass): boolean {
  return known.kind === 'consumer' && (known.polls || repeats(known)) && !isFileConsumer(known) && !isShared(known);
}

function checkPollers(reading: Reading): Finding[] {
  return startedOf(reading, isPoller).flatMap((element) => {
    const known = reading.components.classOf(element);
    if (known === undefined || readsOnRequest(reading, element) || isTriggered(reading, element)) return [];
    const poller = pollerOf(element);
    const how = poller === undefined ? '' : ` (${reading.components.typeOf(poller)})`;
    return [
      finding(pollingInEveryPod, element.at, {
        severity: repeats(known) ? weight(reading) : 'warning',
        message: `${known.label}${how} fires${inReplicas(reading)}`,
        hint: 'run one replica (`replicas: 1`) of it as an adapter of its own, or make the work safe to repeat',
      }),
    ];
  });
}

function pollerOf(element: XmlElement): XmlElement | undefined {
  return element.child('poller') ?? element.children.find((child) => child.name.endsWith('-poller'));
}

/** A component that keeps state in a file, or a producer that writes messages to files. */
function isStore({ kind, files }: ComponentClass): boolean {
  const uses = Object.values(files);
  return uses.includes('s') || (kind === 'producer' && uses.some((use) => use.includes('w')));
}

function checkStores(reading: Reading): Finding[] {
  const { components, document: root } = reading;
  const hint = 'mount a volume there, or keep the state outside of the pod';
  const stores = startedOf(reading, isStore).map((store) =>
    finding(fileStore, store.at, {
      message: `${components.typeOf(store)} keeps messages or state in files of the pod`,
      hint,
    }),
  );
  const retriers = startedOf(reading, isFileConsumer).flatMap((consumer) => {
    const retrier = [...consumer.ancestors()].find((around) => components.isA(around, '~core.FailedMessageRetrier'));
    const message = `${retrier === undefined ? '' : components.typeOf(retrier)} keeps messages or state in files of the pod`;
    return retrier === undefined ? [] : [finding(fileStore, retrier.at, { message, hint })];
  });
  const databases = (root?.descendants() ?? [])
    .filter((element) => isDerby(element) && isStarted(reading, element))
    .map((element) =>
      finding(fileStore, element.at, { message: `<${element.name}> keeps state in files of the pod`, hint }),
    );
  return [...stores, ...retriers, ...databases];
}

/** Derby inside of the process writes to a directory; by network (`jdbc:derby://`) it is a server's. */
function isDerby(element: XmlElement): boolean {
  return element.children.length === 0 && /^\s*jdbc:derby:(?!\/\/|memory:)/.test(element.text);
}
