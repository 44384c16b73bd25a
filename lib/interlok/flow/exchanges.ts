import type { ComponentClass } from '../catalogue';
import { type Components, reasonToConnect } from '../model';
import { displayUnknown } from '../variables';
import type { XmlElement } from '../xml';
import type { Exchange } from './flow';

/** What the catalogue says of a file that a field names. */
const FILES: Readonly<Record<string, Exchange['how'][]>> = {
  r: ['reads'],
  w: ['writes'],
  rw: ['reads', 'writes'],
  s: ['keeps'],
};

/** What an element has to do with the surroundings by itself, without those inside of it. */
export function exchangesOf(element: XmlElement, components: Components): readonly Exchange[] {
  const known = components.classOf(element);
  const reason = reasonToConnect(element, components);
  const how = known?.kind === 'consumer' ? 'polls' : 'calls';
  const connects = reason === undefined ? [] : addressesOf(element, known, reason).map((each) => ({ ...each, how }));
  return [...connects, ...filesOf(element, known)] as readonly Exchange[];
}

function addressesOf(
  element: XmlElement,
  known: ComponentClass | undefined,
  reason: string,
): readonly Omit<Exchange, 'how'>[] {
  const own = known === undefined && element.children.length === 0 ? [element] : [];
  const named = [...own, ...(known?.connectsTo ?? []).flatMap((path) => fieldAt(element, path))];
  const addresses = named.flatMap((field) => {
    const what = withoutSecrets(displayUnknown(field.text));
    return what === '' ? [] : [{ ...field.textAt, what }];
  });
  return addresses.length > 0 ? addresses : [{ ...element.at, what: known?.protocol ?? reason }];
}

/** The elements at `a/b`: field b below field a, which may be the key of a pair. */
function fieldAt(element: XmlElement, path: string): readonly XmlElement[] {
  let found: readonly XmlElement[] = [element];
  for (const step of path.split('/'))
    found = found.flatMap((each) => [
      ...each.childrenNamed(step),
      ...each
        .childrenNamed('key-value-pair')
        .filter((pair) => pair.childText('key')?.trim() === step)
        .flatMap((pair) => pair.childrenNamed('value')),
    ]);
  return found.filter(({ children }) => children.length === 0);
}

function filesOf(element: XmlElement, known: ComponentClass | undefined): readonly Exchange[] {
  return Object.entries(known?.files ?? {}).flatMap(([field, use]) => {
    const named = element.child(field);
    if (named === undefined || named.children.length > 0) return [];
    const what = withoutSecrets(displayUnknown(named.text));
    const uses = use === 'rw' && known?.kind === 'consumer' ? ['reads' as const] : (FILES[use] ?? []);
    return what === '' ? [] : uses.map((how) => ({ ...named.textAt, how, what }));
  });
}

/** An address as far as it may be shown to anybody: no login, and nothing that follows a question mark or semicolon. */
function withoutSecrets(text: string): string {
  return text
    .trim()
    .replace(/[?;][^]*$/, '')
    .replace(/\/\/[^/@\s]*@/, '//')
    .replace(/\s+/g, ' ');
}
