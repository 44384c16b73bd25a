import { type Finding, finding, type Rule } from '../../../findings';
import type { Reading } from '../../reading';
import { formatRelease, isSince } from '../../releases';
import type { Components } from '../../model';
import type { XmlElement } from '../../xml';
import type { RuleCheck } from '../rule-check';
import { destinationHint } from './destination-fields';

const removedIn4: Rule = {
  id: 'removed-in-4',
  severity: 'error',
  what: 'The configuration uses an element that was removed in 4.0: a `<destination>` in any form, or payload-from-metadata-service.',
  why: 'The load fails with an UnknownFieldException or a CannotResolveClassException.',
  since: '4.0',
  fix: 'Consumers: `<path>` and `<methods>` instead of `<destination>` and its `<filter-expression>`. payload-from-metadata-service: payload-from-template, with `<quote-replacement>` for `<escape-backslash>`.',
};

const tooNewForRelease: Rule = {
  id: 'too-new-for-release',
  severity: 'error',
  what: 'The configuration uses an element that the release of the image does not have yet.',
  why: 'The load fails with an UnknownFieldException or a CannotResolveClassException.',
  since: 'all',
  fix: 'Use a newer image, or the form that the release has.',
};

/** Rules about what a release has no longer, or not yet. */
export const releaseRules: readonly RuleCheck[] = [
  { rule: removedIn4, check: checkRemoved },
  { rule: tooNewForRelease, check: checkTooNew },
];

function checkRemoved({ components, document: root, release }: Reading): Finding[] {
  if (root === undefined || !isSince(release, '4.0')) return [];
  return [...root.descendants()].flatMap((element) => {
    const replacement = replacementFor(element, components);
    if (replacement === undefined) return [];
    const message = `<${element.name}> ${removedForm(element)} was removed in Interlok 4.0, and this is ${formatRelease(release)}`;
    return [finding(removedIn4, element.at, { message: message.replace('  ', ' '), hint: replacement })];
  });
}

/** Since 4.0 an element of that name can only be where an input or output of data is. */
function isMessageDestination(element: XmlElement, components: Components): boolean {
  return (
    !components.typeOf(element).endsWith('-parameter') &&
    (element.attributes.has('class') || element.children.length > 0)
  );
}

function removedForm(element: XmlElement): string {
  const type = element.attributes.get('class');
  return type === undefined ? '' : `of class ${type}`;
}

function replacementFor(element: XmlElement, components: Components): string | undefined {
  const type = components.typeOf(element);
  if (type === 'payload-from-metadata-service')
    return 'use payload-from-template, and quote-replacement for escape-backslash';
  const holder = element.parent;
  if (holder === undefined || holder.name === 'destination') return undefined;
  const isDestination =
    type === 'configured-consume-destination' ||
    type === 'configured-produce-destination' ||
    (element.name === 'destination' && isMessageDestination(element, components));
  const inJettyConsumer = element.name === 'destination' && components.typeOf(holder) === 'jetty-message-consumer';
  if (!isDestination && !inJettyConsumer) return undefined;
  if (components.typeOf(holder) !== 'jetty-message-consumer') return destinationHint(element, components);
  const path = element.childText('destination')?.trim() ?? element.text.trim();
  const methods = element.childText('filter-expression')?.trim() ?? '';
  const inPlace = methods === '' ? '' : ` and <methods>${methods}</methods>`;
  return `write <path>${path === '' ? '/…' : path}</path>${inPlace} instead`;
}

/** What came with a release, by type. */
const newTypes: ReadonlyMap<string, readonly [since: string, instead: string]> = new Map([
  ['payload-from-template', ['3.10', 'use payload-from-metadata-service']],
  ['retry-via-jetty', ['3.11.1', 'use default-failed-message-retrier']],
  ['retry-store-filesystem', ['3.11.1', 'use a newer image']],
  ['retry-store-jdbc', ['4.0', 'use retry-store-filesystem']],
]);

function checkTooNew({ components, document: root, release }: Reading): Finding[] {
  if (root === undefined) return [];
  return [...root.descendants()].flatMap((element) => {
    const [since, instead] = newTypes.get(components.typeOf(element)) ?? newField(element, components) ?? [];
    if (since === undefined || instead === undefined || isSince(release, since)) return [];
    const name = newTypes.has(components.typeOf(element)) ? components.typeOf(element) : `<${element.name}>`;
    const message = `${name} came with Interlok ${since}, and this is ${formatRelease(release)}`;
    return [finding(tooNewForRelease, element.at, { message, hint: `${instead}, or an image of ${since} or newer` })];
  });
}

function newField(element: XmlElement, components: Components): readonly [since: string, instead: string] | undefined {
  if (element.parent === undefined) return undefined;
  const holder = components.typeOf(element.parent);
  if (element.name === 'path' && holder === 'jetty-message-consumer') return ['3.11', `write ${oldForm(element)}`];
  // One finding for each consumer: its <path> says it all.
  if (element.name === 'methods' && holder === 'jetty-message-consumer' && element.parent.child('path') === undefined)
    return ['3.11', 'use the <filter-expression> of the destination'];
  if (element.name === 'secure-request-customizer-properties' && holder === 'jetty-https-connection')
    return ['4.0', 'leave it out'];
  return undefined;
}

function oldForm(path: XmlElement): string {
  const methods = path.parent?.childText('methods')?.trim() ?? '';
  const filter = methods === '' ? '' : `<filter-expression>${methods}</filter-expression>`;
  return `<destination class="configured-consume-destination"><destination>${path.text.trim()}</destination>${filter}</destination>`;
}
