import { type Finding, finding, type Rule } from '../../../findings';
import type { ComponentClass } from '../../catalogue';
import type { Reading } from '../../reading';
import type { XmlElement } from '../../xml';
import { isTriggered, startedOf } from '../component-type';
import type { RuleCheck } from '../rule-check';
import { isFileConsumer, readsOnRequest } from './file-consumers';
import { inReplicas, weight } from './replica-weight';

const pollingInEveryPod: Rule = {
  id: 'polling-in-every-pod',
  severity: 'warning',
  what: 'A polling-trigger, or another consumer that polls, runs in every pod. An error with more than one replica where one message would be worked on in each: triggers, mail and relaxed FTP.',
  why: 'Interlok knows nothing of its replicas: each fires, and during a rolling update the old pod and the new one do.',
  since: 'all',
  fix: 'Run one replica of these channels as an adapter of their own, trigger it by a request from a CronJob, or make the work safe to repeat.',
};

/** Rules about what fires in each pod. */
export const replicaRules: readonly RuleCheck[] = [{ rule: pollingInEveryPod, check: checkPollers }];

/** Consumers of which each replica would have the same message: of the others, what is read from gives each message once. */
function repeats(known: ComponentClass): boolean {
  const { firesByItself, record } = known;
  return firesByItself || known.isA('~core.ftp.RelaxedFtpConsumer') || record.tag?.includes('email') === true;
}

/**
 * Tags of the catalogue, which does not say which of them are of brokers: their consumers share their work through the broker,
 * polling or not.
 */
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
