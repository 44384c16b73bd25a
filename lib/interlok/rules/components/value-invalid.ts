import { nearMatches } from '../../../errors';
import { type Finding, finding, type Located, type Rule } from '../../../findings';
import type { Reading } from '../../reading';
import type { XmlElement } from '../../xml';
import type { WrongValue } from '../../xstream';
import type { RuleCheck } from '../rule-check';
import { listed, simpleName } from './names';
import { problemsOf } from './objects-of';

const valueInvalid: Rule = {
  id: 'value-invalid',
  severity: 'error',
  what: 'A text cannot become the value of its field: no number, one out of range, none of the constants, or with blanks around it; or a `reference` that leads to nothing. A warning for bounds and patterns that only `-configtest` looks at.',
  why: 'The load fails with a NumberFormatException, an IllegalArgumentException or an "Invalid reference".',
  since: 'all',
  fix: 'Write a value that the field takes, without blanks and line breaks around it.',
};

export const valueInvalidCheck: RuleCheck = { rule: valueInvalid, check };

function check(reading: Reading): Finding[] {
  const elsewhere = new Set(
    reading.listeners.flatMap(({ port }) => (port.problem === undefined ? [] : [key(port.at)])),
  );
  const open = reading.bootstrap.preProcessors.length > 0;
  const values = problemsOf(reading, 'value').filter(({ element, text, reason }) => {
    // Ports, ids and variables that nothing replaces have rules of their own.
    if (reason === 'pattern' && element.name === 'unique-id') return false;
    const isVariable = open && /\$\{[^}]*\}/.test(text);
    return !isVariable && !elsewhere.has(key(element.textAt)) && !elsewhere.has(key(element.at));
  });
  return [
    ...values.map((problem) => valueFinding(problem, problem.element)),
    ...problemsOf(reading, 'bad-reference').map(({ element, path }) =>
      finding(valueInvalid, element.at, {
        message: `reference="${path}" leads to no element before this one`,
        hint: 'write the value itself here, or use a shared component',
      }),
    ),
  ];
}

function key({ line, column }: Located): string {
  return `${line ?? 0}:${column ?? 0}`;
}

function valueFinding(problem: WrongValue, element: XmlElement): Finding {
  const at = element.textBeforeChildren.trim() === '' ? element.at : element.textAt;
  return finding(valueInvalid, at, {
    message: messageFor(problem, element.name),
    hint: hintFor(problem),
    ...(isTrimmed(problem) ? { fix: { kind: 'trim' } } : {}),
    ...(isOfConfigTest(problem) ? { severity: 'warning' } : {}),
  });
}

/** Whether the blanks around it are all that is wrong with it. */
function isTrimmed({ reason, text, constants = [] }: WrongValue): boolean {
  const shown = text.trim();
  if (shown === text) return false;
  return reason === 'constant'
    ? constants.includes(shown)
    : reason === 'number' && /^[+-]?[1-9]\d{0,8}$|^0$/.test(shown);
}

function isOfConfigTest({ reason }: WrongValue): boolean {
  return reason === 'minimum' || reason === 'maximum' || reason === 'pattern';
}

function messageFor({ reason, text, type, limit = '' }: WrongValue, name: string): string {
  const shown = text.trim();
  const blanks = text !== shown && shown !== '' ? ' with blanks around it' : '';
  switch (reason) {
    case 'number':
      if (shown === '') return `<${name}> is empty, and takes a number`;
      return blanks === '' ? `'${shown}' is no number, which <${name}> takes` : `<${name}> has '${shown}'${blanks}`;
    case 'range':
      return `${shown} is out of the range of ${simpleName(type)}, which <${name}> takes`;
    case 'constant':
      if (shown === '') return `<${name}> is empty, and takes one of the constants of ${simpleName(type)}`;
      return blanks === ''
        ? `'${shown}' is none of the constants that <${name}> takes`
        : `<${name}> has '${shown}'${blanks}`;
    case 'minimum':
      return `${shown} is less than ${limit}, and -configtest refuses it in <${name}>`;
    case 'maximum':
      return `${shown} is more than ${limit}, and -configtest refuses it in <${name}>`;
    case 'pattern':
      return `'${shown}' does not match ${limit}, and -configtest refuses it in <${name}>`;
  }
}

function hintFor({ reason, text, constants = [], limit = '' }: WrongValue): string {
  const shown = text.trim();
  if (reason === 'constant') {
    const same = constants.find((constant) => constant.toLowerCase() === shown.toLowerCase());
    if (same !== undefined) return `write '${same}' without blanks and line breaks`;
    const near = nearMatches(shown, constants.slice(0, 200));
    return near.length > 0 && constants.length > 12
      ? `write ${near.join(' or ')}`
      : `write one of ${listed(constants, 20)}`;
  }
  if (reason === 'pattern') return `write a text that matches ${limit}`;
  if (reason === 'minimum') return `write ${limit} or more`;
  if (reason === 'maximum') return `write ${limit} or less`;
  if (reason === 'range') return 'write a smaller number';
  if (/^0\d*[89]/.test(shown)) return 'take the leading zero out: it makes the number octal';
  const number = /^[+-]?\d+/.exec(shown)?.[0];
  return number === undefined ? 'write a whole number' : `write ${number}, without anything around it`;
}
