import type { ComponentClass, ComponentField, ReleaseCatalogue } from '../catalogue';
import { isSimple } from '../xstream';

/** What an editor shows of a class. */
export function classDocumentation(type: ComponentClass): string {
  const words = [...new Set([...(type.kind === undefined ? [] : [type.kind]), ...(type.record.tag ?? [])])];
  return sentences([words.join(', '), type.isDeprecated ? deprecated(type.record.rm) : '']);
}

/** What an editor shows of a field of a class. */
export function fieldDocumentation(classes: ReleaseCatalogue, owner: ComponentClass, field: ComponentField): string {
  const { name } = field.type;
  const constants = classes.named(name)?.constants ?? classes.catalogue.externalEnum(name);
  const isRequired = field.record.r !== undefined && !owner.fills(field);
  const standard = defaultOf(classes, owner, field);
  return sentences([
    isSimple(name) ? capitalized(name.replace('java.lang.', '')) : '',
    isRequired ? 'Required' : '',
    standard === undefined ? '' : `Default: ${standard}`,
    field.record.dep === 1 ? deprecated(field.record.rm) : '',
    constants === undefined ? '' : `One of: ${constants.join(', ')}`,
  ]);
}

/** What a field is when nobody writes it, as far as it is known; an object by the name of its class. */
function defaultOf(classes: ReleaseCatalogue, owner: ComponentClass, field: ComponentField): string | undefined {
  const filled = owner.filledWith(field);
  if (typeof filled === 'number') return undefined;
  if (filled?.startsWith('@') === true) return classes.named(filled.slice(1))?.label;
  const { ic } = field.record;
  return filled ?? field.default ?? (ic === undefined ? undefined : classes.named(ic)?.label);
}

function deprecated(removal: string | undefined): string {
  return removal === undefined ? 'Deprecated' : `Deprecated, to be removed in ${removal}`;
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function sentences(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('. ');
}
