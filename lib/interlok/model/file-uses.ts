import type { ComponentClass } from '../catalogue';
import type { XmlElement } from '../xml';
import type { FileUse } from './adapter';
import type { ChannelSite } from './channels';
import type { Components } from './components';
import { pathInPod } from './path-in-pod';

/** What the components of the adapter do with files, in document order, those left out that never start. */
export function readFileUses(
  root: XmlElement,
  components: Components,
  channels: readonly ChannelSite[],
): readonly FileUse[] {
  const stopped = new Set(channels.filter(({ autoStart }) => !autoStart).map(({ element }) => element));
  return [...root.descendants()].flatMap((element): readonly FileUse[] => {
    const uses = fileUsesOf(element, components);
    if (uses.length === 0 || stopped.size === 0) return uses;
    return [...element.ancestors()].some((around) => stopped.has(around)) ? [] : uses;
  });
}

/** What a component does with the files that it names itself. */
export function fileUsesOf(element: XmlElement, components: Components): readonly FileUse[] {
  const known = components.classOf(element);
  if (known === undefined) return [];
  return Object.entries(known.files).flatMap(([field, how]): readonly FileUse[] => {
    const use = useOf(known, how, element, components);
    const named = element.child(field);
    if (use === undefined || (named === undefined && use !== 'consumes')) return [];
    const path = named === undefined || named.children.length > 0 ? undefined : pathOf(named, how);
    const component = components.typeOf(element);
    return [{ ...(named ?? element).at, component, field, use, ...(path === undefined ? {} : { path }) }];
  });
}

function useOf(
  known: ComponentClass,
  how: string,
  element: XmlElement,
  components: Components,
): FileUse['use'] | undefined {
  switch (how) {
    case 's':
      return 'keeps';
    case 't':
      return 'buffers';
    case 'w':
      return 'writes';
    case 'rw':
      return known.kind === 'consumer' && !readsOnRequest(element, components) ? 'consumes' : undefined;
    default:
      return undefined;
  }
}

/** A part of an aggregating service reads when a message asks for it. */
function readsOnRequest(element: XmlElement, components: Components): boolean {
  for (const around of element.ancestors())
    if (components.isA(around, '~core.services.aggregator.AggregatingConsumeService')) return true;
  return false;
}

/** A result may be named from another directory, which is not said here. */
function pathOf({ name, text }: XmlElement, how: string): string | undefined {
  const isUrl = name.includes('url');
  return how === 'w' && !isUrl && !/^\s*(?:\/|file:)/.test(text) ? undefined : pathInPod(text, isUrl);
}
