import { type Finding, finding, type Rule } from '../../../findings';
import type { Reading } from '../../reading';
import { hasUnknown } from '../../variables';
import type { RuleCheck } from '../rule-check';
import { objectsOf } from './objects-of';

const blanksKept: Rule = {
  id: 'blanks-kept',
  severity: 'warning',
  what: 'Blanks or line breaks stand around an id, a name, a key or a short template.',
  why: 'They are part of the value: the name is another one, and the answer begins with an empty line.',
  since: 'all',
  fix: 'Write the value without anything around it.',
};

export const blanksKeptCheck: RuleCheck = { rule: blanksKept, check };

/** Fields whose value is compared with others, where a blank makes another value. */
const compared = /^(?:(?:.+-)?(?:id|key)|lookup-name|queue|topic|content-type)$/;

function check(reading: Reading): Finding[] {
  const tree = objectsOf(reading)?.tree;
  if (tree === undefined || reading.document === undefined) return [];
  return reading.document.descendants().flatMap((element) => {
    const field = tree.fieldOf(element);
    if (field?.type.name !== 'java.lang.String' || element.children.length > 0) return [];
    const text = element.text;
    const value = text.trim();
    if (value === '' || value === text || hasUnknown(text)) return [];
    if (!compared.test(field.name) && !(field.name === 'template' && isShort(value, text))) return [];
    const message = `the ${/[\r\n]/.test(text) ? 'line breaks and blanks' : 'blanks'} around the value of <${field.name}> are part of it`;
    return [finding(blanksKept, element.textAt, { message, hint: 'write the value without anything around it' })];
  });
}

/** One line of plain text on a line of its own: in markup and JSON, line breaks do not matter. */
function isShort(value: string, text: string): boolean {
  return /[\r\n]/.test(text) && !/[\r\n]/.test(value) && !/^[<{[]/.test(value);
}
