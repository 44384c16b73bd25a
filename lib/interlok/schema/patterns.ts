import { element, escapeText } from './xml-text';

/** A pattern of RELAX NG, as text of XML. */
export type Pattern = string;

export const empty: Pattern = element('empty', {});
export const anyText: Pattern = element('text', {});

/** jing recurses along a choice: of more alternatives than that, choices of choices are made. */
const mostAlternatives = 24;

export const ref = (name: string): Pattern => element('ref', { name });
export const optional = (pattern: Pattern): Pattern => element('optional', {}, pattern);
export const zeroOrMore = (pattern: Pattern): Pattern => element('zeroOrMore', {}, pattern);
export const group = (...patterns: readonly Pattern[]): Pattern => element('group', {}, ...patterns);
export const define = (name: string, pattern: Pattern): string => element('define', { name }, pattern);

/** One of the patterns, which are at least one. */
export function choice(patterns: readonly Pattern[]): Pattern {
  if (patterns.length <= mostAlternatives) return patterns.length === 1 ? patterns.join('') : flatChoice(patterns);
  const chunks: Pattern[] = [];
  for (let i = 0; i < patterns.length; i += mostAlternatives) {
    const chunk = patterns.slice(i, i + mostAlternatives);
    chunks.push(chunk.length === 1 ? chunk.join('') : flatChoice(chunk));
  }
  return choice(chunks);
}

/** One of the patterns, as an editor wants the values of an attribute: without choices inside. */
export const flatChoice = (patterns: readonly Pattern[]): Pattern => element('choice', {}, ...patterns);

/** All of the patterns, in any order. */
export function interleave(patterns: readonly Pattern[]): Pattern {
  if (patterns.length === 0) return empty;
  return patterns.length === 1 ? patterns.join('') : element('interleave', {}, ...patterns);
}

/** An element; the documentation is what an editor shows. */
export function namedElement(name: string, documentation: string, content: Pattern): Pattern {
  return element('element', { name }, documented(documentation), content);
}

/** A text as it is; with another type than `string`, blanks around it would pass. */
export function value(text: string, documentation = ''): Pattern {
  return element('value', { type: 'string' }, escapeText(text)) + documented(documentation);
}

/** A text that a regular expression of XML Schema matches, and none of the others does. */
export function matching(expression: string, except?: string): Pattern {
  const but = except === undefined ? [] : [element('except', {}, matching(except))];
  const param = element('param', { name: 'pattern' }, escapeText(expression));
  return element('data', { type: 'string' }, param, ...but);
}

/** The attribute `class` as an editor is to offer it. */
export const classForEditors = (values: Pattern): Pattern => element('attribute', { name: 'class' }, values);

/** The attribute `class` as it is judged: a name class that is no single name is offered by no editor. */
export function judgedClass(values: Pattern): Pattern {
  const name = element('name', {}, 'class');
  return element('attribute', {}, element('choice', {}, name, name), values);
}

function documented(text: string): string {
  return text === '' ? '' : element('a:documentation', {}, escapeText(text));
}
