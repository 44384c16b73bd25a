import type { Grammar } from './grammar';
import { anyText, choice, type Pattern, zeroOrMore } from './patterns';
import { element } from './xml-text';

/** Whatever an element may have that nobody knows: attributes, text, elements. */
export function anyContent(grammar: Grammar): Pattern {
  const anyAttribute = element('attribute', {}, element('anyName', {}), anyText);
  return grammar.pattern('any', () => zeroOrMore(choice([anyAttribute, anyText, anyElement(grammar)])));
}

/** Whatever stands inside an element whose attributes are known: two attributes of one name must not meet. */
export function anyInside(grammar: Grammar): Pattern {
  return grammar.pattern('any.inside', () => zeroOrMore(choice([anyText, anyElement(grammar)])));
}

function anyElement(grammar: Grammar): Pattern {
  return grammar.pattern('any.element', () => element('element', {}, element('anyName', {}), anyContent(grammar)));
}
