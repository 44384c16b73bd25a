import { parseInteger } from '../java';
import { hasUnknown } from '../variables';
import type { XmlElement } from '../xml';
import type { Components } from './components';

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

/** The channels of an adapter, in order. */
export function readChannels(root: XmlElement, components: Components): readonly ChannelSite[] {
  return itemsOf(root.child('channel-list'), components).map((element) => readChannel(element, components));
}

/** What is in a list of channels or workflows beside its own fields. */
function itemsOf(list: XmlElement | undefined, components: Components): readonly XmlElement[] {
  return list?.children.filter((child) => components.fieldOf(child) === undefined) ?? [];
}

function readChannel(element: XmlElement, components: Components): ChannelSite {
  // The beautified form has the two connections under their own names, consume before produce.
  const bare = element.children.filter(
    (child) => components.fieldOf(child) === undefined && isConnection(child, components),
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
    workflows: itemsOf(element.child('workflow-list'), components).map((workflow) =>
      readWorkflow(workflow, components),
    ),
  };
}

/** A connection by its class; of a class that nobody knows, by its name. */
function isConnection(element: XmlElement, components: Components): boolean {
  const known = components.classOf(element);
  return known === undefined ? element.name.endsWith('-connection') : known.isA('~core.AdaptrisConnection');
}

function readWorkflow(element: XmlElement, components: Components): WorkflowSite {
  const type = components.typeOf(element);
  const consumer =
    element.child('consumer') ??
    element.children.find((child) => components.isA(child, '~core.AdaptrisMessageConsumer'));
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

/**
 * A boolean element as XStream reads one: `true` in any case is true, anything else false, an empty element too. One that is not
 * there, or whose value is not known, has the default.
 */
function isTrue(text: string | undefined, byDefault: boolean): boolean {
  return text === undefined || hasUnknown(text) ? byDefault : text.toLowerCase() === 'true';
}
