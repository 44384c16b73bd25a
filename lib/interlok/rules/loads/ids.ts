import { type Finding, finding, type Rule } from '../../../findings';
import type { Reading } from '../../reading';
import { displayUnknown } from '../../variables';
import type { XmlElement } from '../../xml';
import { trimmedChild } from '../component-type';
import type { RuleCheck } from '../rule-check';
import { hasVariable } from '../secrets';

const unknownRoot: Rule = {
  id: 'unknown-root',
  severity: 'error',
  what: 'The root element of the adapter file is not `<adapter>`.',
  why: 'Interlok finds no adapter in the file and does not start.',
  since: 'all',
  fix: 'Put everything into one `<adapter>` element, or let `adapterConfigUrl` name the adapter file.',
  silenceable: false,
};

const adapterIdMissing: Rule = {
  id: 'adapter-id-missing',
  severity: 'error',
  what: 'The adapter has no `<unique-id>`, or a blank one.',
  why: 'The start fails with "invalid unique id".',
  since: 'all',
  fix: 'Give the adapter a `<unique-id>`.',
};

const idCharacters: Rule = {
  id: 'id-characters',
  severity: 'error',
  what: 'The id of an adapter, channel, workflow or interceptor has one of the characters `,` `*` `?` `=` `:` `"` `\\` `@`.',
  why: 'Ids become parts of JMX object names, in which these characters have a meaning; Interlok refuses such an id.',
  since: 'all',
  fix: 'Use letters, digits, hyphens and dots.',
};

const duplicateChannelId: Rule = {
  id: 'duplicate-channel-id',
  severity: 'error',
  what: 'Two channels have the same `<unique-id>`.',
  why: 'The start fails with "duplicate Channel ID".',
  since: 'all',
  fix: 'Give each channel an id of its own.',
};

const duplicateWorkflowId: Rule = {
  id: 'duplicate-workflow-id',
  severity: 'error',
  what: 'Two workflows of a channel that starts with the adapter have the same `<unique-id>`.',
  why: 'The start fails with "duplicate Workflow ID" when the channel is initialised; `-configtest` does not come to it.',
  since: 'all',
  fix: 'Give each workflow an id that is its own within the channel.',
};

const idMissing: Rule = {
  id: 'id-missing',
  severity: 'warning',
  what: 'A channel or workflow has no `<unique-id>`.',
  why: 'It runs, but JMX and the health-check component do not see it, and `-configtest` refuses it since 3.11.',
  since: 'all',
  fix: 'Give it a `<unique-id>`.',
};

/** Rules about the ids of the adapter, its channels and its workflows. */
export const idRules: readonly RuleCheck[] = [
  { rule: unknownRoot, check: checkRoot },
  { rule: adapterIdMissing, check: checkAdapterId },
  { rule: idCharacters, check: checkCharacters },
  { rule: duplicateChannelId, check: ({ channels }) => duplicates(duplicateChannelId, 'channel', channels) },
  {
    rule: duplicateWorkflowId,
    check: ({ channels }) =>
      // A channel that is not started is not initialised, and nothing else compares the ids.
      channels.flatMap(({ autoStart, workflows }) =>
        autoStart ? duplicates(duplicateWorkflowId, 'workflow', workflows) : [],
      ),
  },
  { rule: idMissing, check: checkMissing },
];

function checkRoot({ components, document: root }: Reading): Finding[] {
  if (root === undefined || components.typeOf(root) === 'adapter') return [];
  const message = `the root element is <${root.name}>, not <adapter>`;
  return [finding(unknownRoot, root.at, { message, hint: 'put the channels into an <adapter> element' })];
}

function checkAdapterId({ components, document: root }: Reading): Finding[] {
  if (root === undefined || components.typeOf(root) !== 'adapter' || trimmedChild(root, 'unique-id') !== '') return [];
  const id = root.child('unique-id');
  const message = id === undefined ? 'the adapter has no <unique-id>' : 'the <unique-id> of the adapter is blank';
  return [finding(adapterIdMissing, (id ?? root).at, { message, hint: 'add <unique-id>my-adapter</unique-id> to it' })];
}

function checkCharacters({ document: root, channels }: Reading): Finding[] {
  const components = channels.flatMap(({ element, workflows }) => [
    element,
    ...workflows.flatMap((site) => [site.element, ...(site.element.child('interceptors')?.children ?? [])]),
  ]);
  return [...(root === undefined ? [] : [root]), ...components].flatMap((owner) => {
    const element = owner.child('unique-id');
    // What a variable leaves behind is a finding of its own.
    const text = displayUnknown(element?.text ?? '');
    const wrong = hasVariable(text) ? [] : [...new Set(text.match(/[,*?=:"\\@]/g) ?? [])];
    if (element === undefined || wrong.length === 0) return [];
    const message = `the id '${displayUnknown(element.text.trim())}' has ${wrong.map((c) => `'${c}'`).join(', ')}`;
    return [finding(idCharacters, element.textAt, { message, hint: 'use letters, digits, hyphens and dots' })];
  });
}

function duplicates(rule: Rule, noun: string, owners: readonly { readonly element: XmlElement }[]): Finding[] {
  const first = new Map<string, XmlElement>();
  return owners.flatMap((owner) => {
    const element = owner.element.child('unique-id');
    // Interlok takes ids as they are: blanks around one make it another.
    const id = element?.text ?? '';
    if (id.trim() === '' || element === undefined) return [];
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, element);
      return [];
    }
    const message = `the ${noun} id '${displayUnknown(id.trim())}' is already taken on line ${earlier.textAt.line ?? '?'}`;
    return [finding(rule, element.textAt, { message, hint: `give this ${noun} an id of its own` })];
  });
}

function checkMissing({ channels }: Reading): Finding[] {
  const missing = (noun: string, element: XmlElement, id: string | undefined): Finding[] => {
    if (id !== undefined) return [];
    const hint = 'add one, so that JMX and health checks see it';
    return [finding(idMissing, element.at, { message: `the ${noun} has no <unique-id>`, hint })];
  };
  return channels.flatMap(({ element, id, workflows }) => [
    ...missing('channel', element, id),
    ...workflows.flatMap((workflow) => missing('workflow', workflow.element, workflow.id)),
  ]);
}
