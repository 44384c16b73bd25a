import type { ComponentClass } from '../catalogue';
import { decodeInteger } from '../java';
import type { XmlElement } from '../xml';
import type { ChannelSite } from './channels';
import type { Protocol } from './adapter';
import type { Components } from './components';
import { type PortValue, readPort } from './port-value';

/** Where a connection is configured. */
export type ConnectionRole = 'consume' | 'produce' | 'shared' | 'nested';

/** A connection element that HTTP consumers can be on. */
export interface ConnectionSite {
  readonly element: XmlElement;
  readonly alias: string;
  readonly role: ConnectionRole;
  readonly protocol: Protocol;
  /** True when it opens no port of its own but uses the management Jetty. */
  readonly usesManagementJetty: boolean;
  /** @default - it is outside of any channel */
  readonly channel?: ChannelSite;
  /** False in a channel that does not start. */
  readonly opens: boolean;
  /** @default - it has no port of its own */
  readonly port?: PortValue;
  /** The address that it binds. @default - every interface */
  readonly host?: string;
}

/** Protocols of listening connections that a Service can offer. */
const protocols: readonly Protocol[] = ['http', 'https', 'tcp'];

/** Every connection element in the document that listens, or would, in document order. */
export function readConnections(
  root: XmlElement,
  channels: readonly ChannelSite[],
  components: Components,
): readonly ConnectionSite[] {
  const channelOf = new Map(channels.map((channel) => [channel.element, channel]));
  const shared = root.child('shared-components')?.child('connections');
  return root.descendants().flatMap((element) => {
    const known = components.classOf(element);
    return known === undefined || !isListening(known) ? [] : [readConnection(element, known, shared, channelOf)];
  });
}

/** Whether a class is a connection that consumers of requests are on. */
function isListening({ kind, listen }: ComponentClass): boolean {
  return kind === 'connection' && protocols.some((protocol) => protocol === listen?.proto);
}

function readConnection(
  element: XmlElement,
  known: ComponentClass,
  shared: XmlElement | undefined,
  channelOf: ReadonlyMap<XmlElement, ChannelSite>,
): ConnectionSite {
  let channel: ChannelSite | undefined;
  for (const ancestor of element.ancestors()) channel ??= channelOf.get(ancestor);
  const { listen } = known;
  const host = hostOf(element, known);
  return {
    element,
    alias: known.label,
    role: roleOf(element, shared, channel),
    protocol: protocols.find((protocol) => protocol === listen?.proto) ?? 'tcp',
    usesManagementJetty: listen?.via === 'managementComponents:jetty',
    ...(channel === undefined ? {} : { channel }),
    opens: channel?.autoStart ?? true,
    ...(listen?.port === undefined ? {} : { port: portOf(element, listen.port, listen.default ?? undefined) }),
    ...(host === undefined ? {} : { host }),
  };
}

function roleOf(element: XmlElement, shared: XmlElement | undefined, channel: ChannelSite | undefined): ConnectionRole {
  if (element.parent !== undefined && element.parent === shared) return 'shared';
  if (element === channel?.consumeConnection) return 'consume';
  return element === channel?.produceConnection ? 'produce' : 'nested';
}

function portOf(element: XmlElement, field: string, byDefault: number | undefined): PortValue {
  const port = element.child(field);
  if (port !== undefined) return readPort(port.text, port.textAt, decodeInteger);
  return { text: String(byDefault ?? ''), at: element.at, ...(byDefault === undefined ? {} : { port: byDefault }) };
}

/** The address that a connection binds: of one that has a default, that too may be a narrow one. */
function hostOf(element: XmlElement, known: ComponentClass): string | undefined {
  const path = known.listen?.host;
  if (path === undefined) return undefined;
  const host = settingAt(element, path) ?? known.field(path)?.default;
  return host === undefined || host === '' || host === '0.0.0.0' || host === '::' ? undefined : host;
}

/** The text of `field`, or of `field/key`: a pair of a set of pairs. */
function settingAt(element: XmlElement, path: string): string | undefined {
  const [name = '', key] = path.split('/');
  const field = element.child(name);
  if (key === undefined) return field?.text.trim();
  const pairs = field?.childrenNamed('key-value-pair') ?? [];
  return pairs
    .find((pair) => pair.childText('key')?.toLowerCase() === key.toLowerCase())
    ?.childText('value')
    ?.trim();
}

/** Shared components of an adapter under the id that `lookup-name` finds them by. */
export function sharedConnectionsOf(root: XmlElement): ReadonlyMap<string, XmlElement> {
  const elements = root.child('shared-components')?.child('connections')?.children ?? [];
  const byId = new Map<string, XmlElement>();
  for (const element of elements) {
    const id = element.childText('unique-id')?.trim();
    if (id !== undefined && !byId.has(id)) byId.set(id, element);
  }
  return byId;
}

/** The id in a `lookup-name`: `id`, `comp/env/id` and `adapter:comp/env/id` are the same. */
export function idOfLookupName(name: string): string {
  return name.replace(/^(?:adapter:)?comp\/env\//, '').replace(/^adapter:/, '');
}

/** Finds the connection element that a consumer is on, shared ones resolved. */
export type ConnectionOfConsumer = (consumer: XmlElement) => XmlElement | undefined;

/** A finder for the consumers of one adapter; each element is looked at once, however many consumers are below it. */
export function connectionFinder(
  root: XmlElement,
  channels: readonly ChannelSite[],
  components: Components,
): ConnectionOfConsumer {
  const shared = sharedConnectionsOf(root);
  const near = new Map<XmlElement, XmlElement | undefined>();
  for (const { element, consumeConnection } of channels) near.set(element, consumeConnection);
  const isChannel = new Set(channels.map(({ element }) => element));
  const nearest = (element: XmlElement): XmlElement | undefined => {
    if (!near.has(element)) near.set(element, bareConnection(element, components));
    return near.get(element);
  };
  return (consumer) => {
    for (const ancestor of consumer.ancestors()) {
      const found = nearest(ancestor);
      if (found !== undefined) return resolveShared(found, shared, components);
      if (isChannel.has(ancestor)) return undefined;
    }
    return undefined;
  };
}

function bareConnection(element: XmlElement, components: Components): XmlElement | undefined {
  if (element.name === 'connections') return undefined;
  return (
    element.child('connection') ??
    element.children.find((child) => {
      const known = components.classOf(child);
      return known !== undefined && isListening(known);
    })
  );
}

/** The shared connection that a `shared-connection` names, or the element itself when it is another. */
export function resolveShared(
  element: XmlElement,
  shared: ReadonlyMap<string, XmlElement>,
  components: Components,
): XmlElement | undefined {
  if (components.classOf(element)?.network !== 'reference') return element;
  return shared.get(idOfLookupName(element.childText('lookup-name')?.trim() ?? ''));
}
