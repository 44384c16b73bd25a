import { type Finding, finding, type Rule } from '../../../findings';
import type { Reading } from '../../reading';
import type { XmlElement } from '../../xml';
import type { Ignored } from '../../xstream';
import type { RuleCheck } from '../rule-check';
import { shortName } from './names';
import { problemsOf } from './objects-of';

const ignoredContent: Rule = {
  id: 'ignored-content',
  severity: 'warning',
  what: 'Something is written that XStream skips: a text where elements belong, elements inside a text, an attribute, the element of a transient field, the `class` of an item whose tag says it all, all but the first of characters, or whatever follows the root.',
  why: 'Interlok loads the file without a word, and runs with something else than what is written.',
  since: 'all',
  fix: 'Write it as an element of its own, or take it out.',
};

const booleanReadAsFalse: Rule = {
  id: 'boolean-read-as-false',
  severity: 'warning',
  what: 'A field that is true or false has another text than these, such as `yes`, `1` or `true` with a blank.',
  why: 'Only `true`, in any case and with nothing around it, is true; everything else is false without a word.',
  since: 'all',
  fix: 'Write `true` or `false`.',
};

export const ignoredContentChecks: readonly RuleCheck[] = [
  { rule: ignoredContent, check: checkIgnored },
  { rule: booleanReadAsFalse, check: checkBooleans },
];

function checkBooleans(reading: Reading): Finding[] {
  return problemsOf(reading, 'ignored')
    .filter(({ what }) => what === 'boolean')
    .map(({ element, detail = '' }) => {
      const text = detail.trim();
      const shown = text === '' ? `<${element.name}> is empty, which` : `'${text}' in <${element.name}>`;
      const message = `${shown} is read as false: only true alone, in any case, is true`;
      return finding(booleanReadAsFalse, text === '' ? element.at : element.textAt, {
        message,
        hint: 'write true or false, without anything around it',
      });
    });
}

function checkIgnored(reading: Reading): Finding[] {
  const after = reading.afterRoot;
  return [
    ...problemsOf(reading, 'ignored')
      .filter(({ what }) => what !== 'boolean')
      .map((problem) => ignoredFinding(problem, problem.element)),
    ...(after === undefined
      ? []
      : [
          finding(ignoredContent, after, {
            message: 'what follows the root element is ignored',
            hint: 'move it into the root element, or take it out',
          }),
        ]),
  ];
}

function ignoredFinding(problem: Ignored, element: XmlElement): Finding {
  const at = problem.what === 'text' ? element.textAt : element.at;
  return finding(ignoredContent, at, { message: messageFor(problem, element), hint: hintFor(problem, element) });
}

function messageFor({ what, detail = '', owner, field }: Ignored, element: XmlElement): string {
  switch (what) {
    case 'text':
      return `the text of <${element.name}> is ignored: ${owner === undefined ? 'a list' : shortName(owner)} takes elements`;
    case 'elements':
      return `the value of <${element.name}> ends before <${element.children[0]?.name ?? ''}>: ${detail.trim() === '' ? 'it is empty' : 'what follows is lost'}`;
    case 'attribute':
      return `the attribute ${detail} of <${element.name}> is ignored${defaultOf(detail, owner, field)}`;
    case 'transient':
      return `<${element.name}> is skipped: it is no part of the configuration of ${owner === undefined ? 'its object' : shortName(owner)}`;
    case 'character':
      return `<${element.name}> takes one character: the others are ignored`;
    case 'class':
      return `class="${detail}" of <${element.name}> is ignored: the tag says what it is`;
    case 'boolean':
      return '';
  }
}

/** What holds instead, where an attribute is meant for a field. */
function defaultOf(attribute: string, owner: Ignored['owner'], field: Ignored['field']): string {
  if (field !== undefined || owner === undefined) return '';
  const meant = owner.field(attribute);
  if (meant === undefined) return /^(?:enabled|disabled)$/.test(attribute) ? ': the component runs' : '';
  const value = meant.default;
  return value === undefined ? `: <${meant.name}> is not set` : `: <${meant.name}> has its default, ${value}`;
}

function hintFor({ what, detail = '', owner }: Ignored, element: XmlElement): string {
  switch (what) {
    case 'text':
      return 'write it as an element, or take it out';
    case 'elements':
      return 'put the text into a CDATA section, or escape < as &lt;';
    case 'attribute': {
      const meant = owner?.field(detail);
      if (meant !== undefined) return `write <${meant.name}>${element.attributes.get(detail) ?? ''}</${meant.name}>`;
      if (detail === 'type') return 'write class instead of type';
      return /^(?:enabled|disabled)$/.test(detail) ? 'take the component out' : 'take it out';
    }
    case 'transient':
      return 'take it out';
    case 'character':
      return 'write a single character';
    case 'class':
      return `write <${detail}> instead of <${element.name}>, or take the attribute out`;
    case 'boolean':
      return '';
  }
}
