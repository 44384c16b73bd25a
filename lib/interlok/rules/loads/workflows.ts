import { type Finding, finding, type Rule } from '../../../findings';
import type { Reading } from '../../reading';
import type { ComponentClass } from '../../catalogue';
import { startedOf, trimmedChild } from '../component-type';
import type { RuleCheck } from '../rule-check';

const poolingWithoutIds: Rule = {
  id: 'pooling-without-ids',
  severity: 'warning',
  what: 'A pooling-workflow answers HTTP requests, but it or its channel has no `<unique-id>`.',
  why: 'Interlok adds the interceptor that holds the response back until the work is done only where both have an id; without it the client is answered early.',
  since: 'all',
  fix: 'Give both an id, or add a jetty-pooling-workflow-interceptor.',
};

const everyAnswer500: Rule = {
  id: 'every-answer-500',
  severity: 'warning',
  what: 'The response producer of a workflow has no `<status-provider>`, or an http-configured-status without a `<status>`.',
  why: 'The default of the status is INTERNAL_ERROR_500: the workflow runs, nothing is logged, and every request is answered with 500.',
  since: 'all',
  fix: 'Add `<status-provider class="http-configured-status"><status>OK_200</status></status-provider>`, or an http-metadata-status with a `<default-status>`.',
};

/** Rules about channels and workflows at run time. */
export const workflowRules: readonly RuleCheck[] = [
  { rule: poolingWithoutIds, check: checkPooling },
  { rule: everyAnswer500, check: checkStatus },
];

function checkPooling({ components, consumers }: Reading): Finding[] {
  return consumers.flatMap(({ opens, channel, workflow }) => {
    if (!opens || workflow?.type !== 'pooling-workflow' || channel === undefined) return [];
    if (channel.id !== undefined && workflow.id !== undefined) return [];
    const { children } = workflow.element;
    const interceptors = [...children, ...(workflow.element.child('interceptors')?.children ?? [])];
    if (interceptors.some((interceptor) => /^jetty-.*-interceptor$/.test(components.typeOf(interceptor)))) return [];
    const without = channel.id === undefined ? 'its channel' : 'it';
    const message = `the pooling-workflow answers requests before its work is done: ${without} has no <unique-id>`;
    return [
      finding(poolingWithoutIds, workflow.element.at, { message, hint: 'give the channel and the workflow an id' }),
    ];
  });
}

/** Where an answer of 500 may be meant: what handles errors, and what runs on a condition. */
const special = /error|exception|retr|branch|condition|otherwise|then|switch|case|while/;

/** @see adaptris/interlok:interlok-core/src/main/java/com/adaptris/core/http/jetty/ResponseProducerImpl.java */
function checkStatus(reading: Reading): Finding[] {
  const { components, consumers } = reading;
  const isResponse = (known: ComponentClass): boolean => known.alias === 'jetty-standard-response-producer';
  const answering = new Set(
    consumers.flatMap(({ opens, workflow }) => (opens && workflow !== undefined ? [workflow.element] : [])),
  );
  return startedOf(reading, isResponse).flatMap((producer) => {
    const around = [...producer.ancestors()];
    const workflow = around.find((element) => answering.has(element));
    if (workflow === undefined || around.slice(0, around.indexOf(workflow)).some(({ name }) => special.test(name)))
      return [];
    const provider =
      producer.child('status-provider') ??
      producer.children.find((child) => /^http-.*-status$/.test(components.typeOf(child)));
    const configured = provider !== undefined && components.typeOf(provider) === 'http-configured-status';
    if (provider !== undefined && !(configured && trimmedChild(provider, 'status') === '')) return [];
    const what = provider === undefined ? 'no <status-provider>' : 'an http-configured-status without a <status>';
    return [
      finding(everyAnswer500, (provider ?? producer).at, {
        message: `the jetty-standard-response-producer has ${what}: it answers every request with 500`,
        hint: 'add <status-provider class="http-configured-status"><status>OK_200</status></status-provider>',
      }),
    ];
  });
}
