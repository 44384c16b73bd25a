import { decodeInteger } from '../java';
import type { XmlElement } from '../xml';
import type { ChannelSite } from './channels';
import { aliasOf } from './class-names';
import { type PortValue, readPort } from './port-value';

/** Where a connection is configured. */
export type ConnectionRole = 'consume' | 'produce' | 'shared' | 'nested';

/** A connection element that HTTP consumers can be on. */
export interface ConnectionSite {
  readonly element: XmlElement;
  readonly alias: string;
  readonly role: ConnectionRole;
  /** @default - it is outside of any channel */
  readonly channel?: ChannelSite;
  /** False in a channel that does not start. */
  readonly opens: boolean;
  /** @default - it has no port of its own */
  readonly port?: PortValue;
  /** The address that it binds. @default - every interface */
  readonly host?: string;
}

interface ConnectionKind {
  readonly protocol: 'http' | 'https';
  /** @default - it uses the management Jetty */
  readonly defaultPort?: number;
}

/**
 * Connections that listen, by alias.
 * @see adaptris/interlok:interlok-core/src/main/java/com/adaptris/core/http/jetty
 */
export const listeningConnections: ReadonlyMap<string, ConnectionKind> = new Map<string, ConnectionKind>([
  ['jetty-http-connection', { protocol: 'http', defaultPort: 8080 }],
  ['jetty-https-connection', { protocol: 'https', defaultPort: 8443 }],
  ['jetty-embedded-connection', { protocol: 'http' }],
  ['http-legacy-http-connection', { protocol: 'http', defaultPort: 9090 }],
]);

/** Every connection element in the document that listens, or would, in document order. */
export function readConnections(root: XmlElement, channels: readonly ChannelSite[]): readonly ConnectionSite[] {
  const channelOf = new Map(channels.map((channel) => [channel.element, channel]));
  const shared = root.child('shared-components')?.child('connections');
  const sites: ConnectionSite[] = [];
  for (const element of root.descendants()) {
    const alias = aliasOf(element);
    const kind = listeningConnections.get(alias);
    if (kind !== undefined) sites.push(readConnection(element, alias, kind, shared, channelOf));
  }
  return sites;
}

function readConnection(
  element: XmlElement,
  alias: string,
  kind: ConnectionKind,
  shared: XmlElement | undefined,
  channelOf: ReadonlyMap<XmlElement, ChannelSite>,
): ConnectionSite {
  let channel: ChannelSite | undefined;
  for (const ancestor of element.ancestors()) channel ??= channelOf.get(ancestor);
  const host = hostOf(element);
  return {
    element,
    alias,
    role: roleOf(element, shared, channel),
    ...(channel === undefined ? {} : { channel }),
    opens: channel?.autoStart ?? true,
    ...(kind.defaultPort === undefined ? {} : { port: portOf(element, kind.defaultPort) }),
    ...(host === undefined ? {} : { host }),
  };
}

function roleOf(element: XmlElement, shared: XmlElement | undefined, channel: ChannelSite | undefined): ConnectionRole {
  if (element.parent !== undefined && element.parent === shared) return 'shared';
  if (element === channel?.consumeConnection) return 'consume';
  return element === channel?.produceConnection ? 'produce' : 'nested';
}

function portOf(element: XmlElement, defaultPort: number): PortValue {
  const port = element.child('port');
  if (port === undefined) return { text: String(defaultPort), at: element.at, port: defaultPort };
  return readPort(port.text, port.textAt, decodeInteger);
}

/** The `Host` among the server connector's properties. */
function hostOf(element: XmlElement): string | undefined {
  const pairs = element.child('server-connector-properties')?.childrenNamed('key-value-pair') ?? [];
  const host = pairs
    .find((pair) => pair.childText('key')?.toLowerCase() === 'host')
    ?.childText('value')
    ?.trim();
  return host === undefined || host === '' || host === '0.0.0.0' || host === '::' ? undefined : host;
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
export function connectionFinder(root: XmlElement, channels: readonly ChannelSite[]): ConnectionOfConsumer {
  const shared = sharedConnectionsOf(root);
  const near = new Map<XmlElement, XmlElement | undefined>();
  for (const { element, consumeConnection } of channels) near.set(element, consumeConnection);
  const isChannel = new Set(channels.map(({ element }) => element));
  const nearest = (element: XmlElement): XmlElement | undefined => {
    if (!near.has(element)) near.set(element, bareConnection(element));
    return near.get(element);
  };
  return (consumer) => {
    for (const ancestor of consumer.ancestors()) {
      const found = nearest(ancestor);
      if (found !== undefined) return resolveShared(found, shared);
      if (isChannel.has(ancestor)) return undefined;
    }
    return undefined;
  };
}

function bareConnection(element: XmlElement): XmlElement | undefined {
  if (element.name === 'connections') return undefined;
  return element.child('connection') ?? element.children.find((child) => listeningConnections.has(aliasOf(child)));
}

/** The shared connection that a `shared-connection` names, or the element itself when it is another. */
export function resolveShared(element: XmlElement, shared: ReadonlyMap<string, XmlElement>): XmlElement | undefined {
  if (aliasOf(element) !== 'shared-connection') return element;
  return shared.get(idOfLookupName(element.childText('lookup-name')?.trim() ?? ''));
}
