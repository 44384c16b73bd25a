import { type Finding, finding, type Rule } from '../../../findings';
import type { ComponentClass } from '../../catalogue';
import type { Reading } from '../../reading';
import type { XmlElement } from '../../xml';
import { isTriggered, startedOf, trimmedChild } from '../component-type';
import type { RuleCheck } from '../rule-check';
import { inReplicas, weight } from './replica-weight';

const durableSubscription: Rule = {
  id: 'durable-subscription',
  severity: 'warning',
  what: 'A consumer has a durable topic subscription. An error with more than one replica.',
  why: 'A subscription has one subscriber at a time: the broker refuses the second pod, or, where it allows several by another client id, gives each the same messages.',
  since: 'all',
  fix: 'Run one replica, or use a shared subscription (`sharedConsumerId`, JMS 2.0) or a queue that the topic feeds.',
};

const topicInEveryPod: Rule = {
  id: 'topic-in-every-pod',
  severity: 'warning',
  what: 'There is more than one replica, and a consumer has a topic subscription that is neither durable nor shared.',
  why: 'The broker gives each replica every message: the work is done once in each.',
  since: 'all',
  fix: 'Use a shared subscription (`sharedConsumerId`, JMS 2.0) or a queue that the topic feeds; or silence the rule where every pod must know, as when a cache is emptied.',
};

/** Rules about topics of a broker. */
export const topicRules: readonly RuleCheck[] = [
  { rule: durableSubscription, check: checkSubscriptions },
  { rule: topicInEveryPod, check: checkTopics },
];

/** A consumer of messages by JMS, from a topic or from an endpoint that may be one. */
function isJmsConsumer({ kind, record }: ComponentClass): boolean {
  return kind === 'consumer' && record.tag?.includes('jms') === true;
}

/** Whether a class consumes from topics alone: only these have a subscription. */
function hasSubscription(known: ComponentClass | undefined): boolean {
  return known?.field('subscription-id') !== undefined;
}

function checkSubscriptions(reading: Reading): Finding[] {
  return startedOf(reading, isJmsConsumer).flatMap((consumer) => {
    const subscription = subscriptionOf(reading, consumer);
    if (subscription === undefined || isOfOnePod(reading, consumer)) return [];
    return [
      finding(durableSubscription, consumer.at, {
        severity: weight(reading),
        message: `the durable subscription '${subscription}' would be taken${inReplicas(reading)}`,
        hint: 'run one replica (`replicas: 1`), or use a shared subscription or a queue',
      }),
    ];
  });
}

function checkTopics(reading: Reading): Finding[] {
  if ((reading.options.instances ?? 1) < 2) return [];
  return startedOf(reading, isJmsConsumer)
    .filter((consumer) => isTopic(reading, consumer) && subscriptionOf(reading, consumer) === undefined)
    .filter((consumer) => !isOfOnePod(reading, consumer))
    .map((consumer) =>
      finding(topicInEveryPod, consumer.at, {
        message: `${reading.components.typeOf(consumer)} has every message of its topic${inReplicas(reading)}`,
        hint: 'use a shared subscription or a queue, or run one replica (`replicas: 1`)',
      }),
    );
}

/** Whether each pod has a broker of its own, or one pod alone is told to work: a broker inside of the process, or beside it. */
function isOfOnePod(reading: Reading, consumer: XmlElement): boolean {
  if (isTriggered(reading, consumer)) return true;
  const urls = (reading.connectionOf(consumer)?.descendants() ?? [])
    .filter(({ children, text }) => children.length === 0 && /^\s*(?:\w+:)+(?:\/\/|\()/.test(text))
    .map(({ text }) => text.trim());
  return urls.length > 0 && urls.every(isInPod);
}

/** Every host of a URL: `vm:` has none, and `failover:(tcp://a,tcp://b)` has several. */
function isInPod(url: string): boolean {
  if (/^(?:\w+:\()?vm:/i.test(url)) return true;
  const hosts = [...url.matchAll(/:\/\/(\[[^\]]*\]|[^:/?,()\s]*)/g)].map(([, host]) => host ?? '');
  return hosts.length > 0 && hosts.every((host) => /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/i.test(host));
}

function isTopic({ components }: Reading, consumer: XmlElement): boolean {
  if (hasSubscription(components.classOf(consumer))) return true;
  const endpoint = endpointOf(consumer);
  return /^jms:topic:/i.test(endpoint) && !/sharedConsumerId=/i.test(endpoint);
}

/** An RFC 6167 endpoint. */
function endpointOf(consumer: XmlElement): string {
  const endpoint =
    trimmedChild(consumer, 'endpoint') || (consumer.child('destination')?.childText('destination') ?? '');
  return endpoint.trim();
}

/** The id of a durable subscription that is not shared: an element, or a parameter of an RFC 6167 endpoint. */
function subscriptionOf({ components }: Reading, consumer: XmlElement): string | undefined {
  if (hasSubscription(components.classOf(consumer))) {
    const id = trimmedChild(consumer, 'subscription-id');
    return id === '' ? undefined : id;
  }
  const endpoint = endpointOf(consumer);
  if (!/^jms:topic:/i.test(endpoint) || /sharedConsumerId=/i.test(endpoint)) return undefined;
  return /[?&]subscriptionId=([^&\s]+)/i.exec(endpoint)?.[1];
}
