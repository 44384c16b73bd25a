import { type Finding, finding, type Rule } from '../../../findings';
import type { Reading } from '../../reading';
import { formatRelease, isSince } from '../../releases';
import type { RuleCheck } from '../rule-check';

const poolingWithoutIds: Rule = {
  id: 'pooling-without-ids',
  severity: 'warning',
  what: 'A pooling-workflow answers HTTP requests, but it or its channel has no `<unique-id>`.',
  why: 'Interlok adds the interceptor that holds the response back until the work is done only where both have an id; without it the client is answered early.',
  since: 'all',
  fix: 'Give both an id, or add a jetty-pooling-workflow-interceptor.',
};

const neverReady: Rule = {
  id: 'never-ready',
  severity: 'warning',
  what: 'A channel has `auto-start` false while the health-check component is enabled, and the release is older than 5.0.3.',
  why: "The component's `/ready` answers 503 for ever, because it waits for that channel too.",
  since: '3.10.2 … < 5.0.3',
  fix: 'Take the channel out, start it, or use an image of 5.0.3 or newer.',
};

/** Rules about channels and workflows at run time. */
export const workflowRules: readonly RuleCheck[] = [
  { rule: poolingWithoutIds, check: checkPooling },
  { rule: neverReady, check: checkReady },
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

function checkReady({ adapter, channels, release }: Reading): Finding[] {
  if (adapter.health === undefined || isSince(release, '5.0.3')) return [];
  return channels
    .filter(({ autoStart }) => !autoStart)
    .map(({ element, id }) =>
      finding(neverReady, (element.child('auto-start') ?? element).at, {
        message: `the pod never becomes ready: health-check of ${formatRelease(release)} waits for channel '${id ?? ''}', which does not start`,
        hint: 'take the channel out, start it, or use an image of 5.0.3 or newer',
      }),
    );
}
