import { type Finding, finding, type Rule } from '../../../findings';
import type { ComponentClass } from '../../catalogue';
import type { Reading } from '../../reading';
import type { RuleCheck } from '../rule-check';
import { shortName } from './names';
import { objectsOf, problemsOf } from './objects-of';

const requiredMissing: Rule = {
  id: 'required-missing',
  severity: 'warning',
  what: 'A field that must be there is missing or blank, or a workflow on a connection has no consumer. Ids and paths have rules of their own.',
  why: 'A start does not look, and works on with nothing in its place; `-configtest` refuses it since 3.12.',
  since: '3.12',
  fix: 'Write the field.',
};

export const requiredMissingCheck: RuleCheck = { rule: requiredMissing, check };

function check(reading: Reading): Finding[] {
  const objects = objectsOf(reading);
  if (objects === undefined) return [];
  const missing = objects.classes.isSince('3.12.0') ? problemsOf(reading, 'missing') : [];
  return [
    ...missing
      .filter(({ owner, field }) => !hasRuleOfItsOwn(owner, field.name))
      .map(({ element, owner, field, isBlank }) =>
        finding(requiredMissing, element.at, {
          message: isBlank
            ? `<${field.name}> of ${shortName(owner)} is blank, which -configtest refuses`
            : `${shortName(owner)} has no <${field.name}>, which -configtest demands`,
          hint: isBlank ? 'write a value' : `add <${field.name}>`,
        }),
      ),
    ...consumersMissing(reading),
  ];
}

/** What other rules look at, in all releases. */
function hasRuleOfItsOwn(owner: ComponentClass, field: string): boolean {
  if (field === 'unique-id') return true;
  if (field === 'lookup-name') return owner.network === 'reference' || owner.isA('com.adaptris.core.SharedService');
  return owner.route?.['path'] === field;
}

/** A connection that consumes nothing: the default consumer is one that never gets a message. */
function consumersMissing(reading: Reading): Finding[] {
  const tree = objectsOf(reading)?.tree;
  return reading.channels.flatMap(({ autoStart, consumeConnection, workflows }) => {
    const connection = consumeConnection === undefined ? undefined : tree?.classOf(consumeConnection);
    if (!autoStart || connection === undefined || connection.network === 'none') return [];
    return workflows.flatMap(({ element }) => {
      const type = tree?.classOf(element);
      const field = type?.field('consumer');
      if (field === undefined || element.children.some((child) => type?.field(child.name) === field)) return [];
      const message = `the ${shortName(type ?? connection)} has no <consumer>: nothing is consumed from the ${shortName(connection)}`;
      return [finding(requiredMissing, element.at, { message, hint: 'add a <consumer>' })];
    });
  });
}
