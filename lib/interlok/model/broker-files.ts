import type { XmlElement } from '../xml';
import type { FileUse } from './adapter';
import { pathInPod } from './path-in-pod';

/** Where the broker keeps its messages when its file does not say it. */
const DEFAULT_JOURNAL = 'data/journal';

/**
 * What the component `artemis` keeps in files: its journal, and what else it has beside that.
 * @param configuration The root of its broker.xml
 * @see https://activemq.apache.org/components/artemis/documentation/latest/persistence.html
 */
export function brokerFileUses(configuration: XmlElement): readonly FileUse[] {
  const core = configuration.child('core') ?? configuration;
  if (core.childText('persistence-enabled')?.trim() === 'false') return [];
  const field = 'journal-directory';
  const journal = core.child(field);
  const path = pathInPod(journal?.text ?? DEFAULT_JOURNAL, false);
  return [
    { ...(journal ?? core).at, component: 'artemis', field, use: 'keeps', ...(path === undefined ? {} : { path }) },
  ];
}
