import { type Finding, finding, type Rule } from '../../../findings';
import type { ComponentField, ReleaseCatalogue } from '../../catalogue';
import type { Reading } from '../../reading';
import type { XmlElement } from '../../xml';
import type { RuleCheck } from '../rule-check';
import { destinationHint } from './destination-hint';
import { shortName } from './names';
import { type Objects, objectsOf } from './objects-of';
import { replacements } from './replacements';

const deprecatedComponent: Rule = {
  id: 'deprecated-component',
  severity: 'warning',
  what: 'A component or field is to be removed with the next major release, as its source announces. Only with `check --strict`.',
  why: 'It works today, and is in the way of the next upgrade.',
  since: 'all',
  fix: 'Use what took its place.',
};

export const deprecatedComponentCheck: RuleCheck = { rule: deprecatedComponent, check };

function check(reading: Reading): Finding[] {
  const objects = reading.options.strict === true ? objectsOf(reading) : undefined;
  const root = reading.document;
  if (objects === undefined || root === undefined) return [];
  const { tree, classes } = objects;
  return root.descendants().flatMap((element) => {
    const type = tree.classOf(element);
    const field = tree.fieldOf(element);
    const findings: Finding[] = [];
    const add = (what: string, removal: string, hint: string): void =>
      void findings.push(
        finding(deprecatedComponent, element.at, { message: `${what} is to be removed in ${removal}`, hint }),
      );
    if (type?.record.rm !== undefined && type.isDeprecated && isNext(type.record.rm, classes))
      add(`'${shortName(type)}'`, type.record.rm, replacements.get(type.alias ?? '') ?? 'use another component');
    if (field?.record.rm !== undefined && isNext(field.record.rm, classes))
      add(`<${field.name}>`, field.record.rm, hintForField(element, field, tree));
    return findings;
  });
}

function hintForField(element: XmlElement, { name }: ComponentField, tree: Objects['tree']): string {
  const owner = element.parent === undefined ? undefined : tree.classOf(element.parent);
  return name === 'destination' && owner !== undefined ? destinationHint(element, owner) : 'take it out';
}

/** Whether an announced removal lies ahead, up to the next major release. */
function isNext(removal: string, classes: ReleaseCatalogue): boolean {
  const [major = 0] = classes.version;
  return !classes.isSince(removal) && Number(removal.split('.')[0]) <= major + 1;
}
