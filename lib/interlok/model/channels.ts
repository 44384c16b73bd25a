import { parseInteger } from '../java';
import { hasUnknown } from '../variables';
import type { XmlElement } from '../xml';
import { aliasOf, aliasOfName } from './class-names';

/** A workflow element. */
export interface WorkflowSite {
  readonly element: XmlElement;
  readonly id?: string;
  /** Its alias. */
  readonly type: string;
  readonly concurrency?: number;
  readonly consumer?: XmlElement;
}

/** A channel element. */
export interface ChannelSite {
  readonly element: XmlElement;
  readonly id?: string;
  readonly autoStart: boolean;
  /** @default - it has none, which is a `null-connection` */
  readonly consumeConnection?: XmlElement;
  /** @default - it has none, which is a `null-connection` */
  readonly produceConnection?: XmlElement;
  readonly workflows: readonly WorkflowSite[];
}

/** Fields of lists and channels that are no components of theirs. */
const plainFields: ReadonlySet<string> = new Set([
  'unique-id',
  'comments',
  'life-cycle-strategy',
  'lifecycle-strategy',
]);

/** The channels of an adapter, in order. */
export function readChannels(root: XmlElement): readonly ChannelSite[] {
  return componentsIn(root.child('channel-list')).map(readChannel);
}

function componentsIn(list: XmlElement | undefined): readonly XmlElement[] {
  return list?.children.filter((child) => !plainFields.has(child.name)) ?? [];
}

function readChannel(element: XmlElement): ChannelSite {
  // The beautified form has the two connections under their own names, consume before produce.
  const bare = element.children.filter(
    (child) => aliasOfName(child.name).endsWith('-connection') && !namedConnections.has(child.name),
  );
  const consume = element.child('consume-connection') ?? bare[0];
  const produce =
    element.child('produce-connection') ?? bare[element.child('consume-connection') === undefined ? 1 : 0];
  return {
    element,
    ...idOf(element),
    autoStart: isTrue(element.childText('auto-start'), true),
    ...(consume === undefined ? {} : { consumeConnection: consume }),
    ...(produce === undefined ? {} : { produceConnection: produce }),
    workflows: componentsIn(element.child('workflow-list')).map(readWorkflow),
  };
}

const namedConnections: ReadonlySet<string> = new Set(['consume-connection', 'produce-connection']);

function readWorkflow(element: XmlElement): WorkflowSite {
  const type = aliasOf(element);
  const consumer = element.child('consumer') ?? element.children.find((child) => aliasOf(child).endsWith('-consumer'));
  const concurrency = concurrencyOf(element, type);
  return {
    element,
    ...idOf(element),
    type,
    ...(concurrency === undefined ? {} : { concurrency }),
    ...(consumer === undefined ? {} : { consumer }),
  };
}

/**
 * How many messages a workflow works on at once. Interceptors change when the response is sent, not this.
 * @see adaptris/interlok:interlok-core/src/main/java/com/adaptris/core/{StandardWorkflow,PoolingWorkflow}.java
 */
function concurrencyOf(element: XmlElement, type: string): number | undefined {
  if (type === 'standard-workflow') return 1;
  if (type !== 'pooling-workflow') return undefined;
  const size = element.childText('pool-size');
  if (size === undefined) return 10;
  const parsed = parseInteger(size);
  return parsed === undefined || parsed < 1 ? undefined : parsed;
}

/** The `<unique-id>` of a component, unless it is missing or blank. */
export function idOf(element: XmlElement): { readonly id?: string } {
  const id = element.childText('unique-id');
  return id === undefined || id.trim() === '' ? {} : { id };
}

/** A boolean element as XStream reads one: `true` in any case is true, anything else false; unknown values keep the default. */
function isTrue(text: string | undefined, byDefault: boolean): boolean {
  return text === undefined || hasUnknown(text) || text === '' ? byDefault : text.toLowerCase() === 'true';
}
