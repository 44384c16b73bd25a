import type { BootstrapProperties } from '../files';
import { parseInteger } from '../java';
import { componentName, managementComponents } from '../releases';
import type { XmlElement } from '../xml';
import type { Listener, Protocol, Route } from './adapter';
import { type ConnectionRole, type ConnectionSite, listeningConnections } from './connections';
import type { ManagementJetty } from './management-jetty';
import { type PortValue, readPort } from './port-value';
import type { ConsumerSite } from './routes';

/** A socket as configured, whether or not its port can be used. */
export interface ListenerSite {
  readonly protocol: Protocol;
  readonly component: string;
  readonly port: PortValue;
  readonly host?: string;
  /** @default - a management component opens it */
  readonly connection?: ConnectionSite;
  /** Consumers that start on it. */
  readonly consumers: readonly ConsumerSite[];
}

/** Where the parts of a channel open, in order; shared connections and retriers follow all channels. */
const order: Readonly<Record<ConnectionRole, number>> = { produce: 0, nested: 1, consume: 2, shared: 3 };

/** Every socket that opens, in the order in which Interlok opens them: management, channels, shared connections. */
export function readListeners(
  bootstrap: BootstrapProperties,
  jetty: ManagementJetty | undefined,
  connections: readonly ConnectionSite[],
  consumers: readonly ConsumerSite[],
): readonly ListenerSite[] {
  const started = consumers.filter(({ opens }) => opens);
  const onConnection = new Map<XmlElement, ConsumerSite[]>();
  for (const consumer of started) {
    if (consumer.connection === undefined) continue;
    const others = onConnection.get(consumer.connection);
    if (others === undefined) onConnection.set(consumer.connection, [consumer]);
    else others.push(consumer);
  }
  const channels = new Map<XmlElement, number>();
  for (const { channel } of connections) {
    if (channel !== undefined && !channels.has(channel.element)) channels.set(channel.element, channels.size);
  }
  const place = ({ channel, role }: ConnectionSite): number =>
    channel === undefined
      ? 4 * channels.size + order[role === 'nested' ? 'shared' : role]
      : 4 * (channels.get(channel.element) ?? 0) + order[role];
  const opening = connections
    .filter(({ opens, port }) => opens && port !== undefined)
    .map((site, index) => ({ site, index }))
    .sort((a, b) => place(a.site) - place(b.site) || a.index - b.index);
  return [
    ...managementListeners(bootstrap, jetty, started),
    ...opening.flatMap(({ site }): readonly ListenerSite[] =>
      site.port === undefined
        ? []
        : [
            {
              protocol: listeningConnections.get(site.alias)?.protocol ?? 'http',
              component: site.alias,
              port: site.port,
              ...(site.host === undefined ? {} : { host: site.host }),
              connection: site,
              consumers: onConnection.get(site.element) ?? [],
            },
          ],
    ),
  ];
}

function managementListeners(
  bootstrap: BootstrapProperties,
  jetty: ManagementJetty | undefined,
  consumers: readonly ConsumerSite[],
): readonly ListenerSite[] {
  const embedded = consumers.filter((consumer) => consumer.embedded);
  const times = new Map<string, number>();
  return bootstrap.managementComponents.flatMap(({ name, at }): readonly ListenerSite[] => {
    const component = componentName(name);
    const before = times.get(component) ?? 0;
    times.set(component, before + 1);
    if (before > 1) return []; // the second is in the way of the first already
    if (component === 'jetty') return jettyListeners(jetty, embedded);
    if (component === 'jmx') return jmxListener(bootstrap);
    const ports = managementComponents.find((known) => known.name === component)?.ports ?? [];
    return ports.map(({ protocol, key, port }) => {
      const set = key === undefined ? undefined : bootstrap.get(key);
      const value =
        set === undefined ? { text: String(port), at, port } : readPort(set.value.trim(), set.valueAt, parseInteger);
      return { protocol, component, port: value, consumers: [] };
    });
  });
}

/** Consumers are given to the first connector that speaks plain HTTP, though all of them reach the same servlets. */
function jettyListeners(
  jetty: ManagementJetty | undefined,
  consumers: readonly ConsumerSite[],
): readonly ListenerSite[] {
  const connectors = jetty?.connectors ?? [];
  const main = connectors.find(({ protocol }) => protocol === 'http') ?? connectors[0];
  return connectors.map((connector) => ({
    ...connector,
    component: 'jetty',
    consumers: connector === main ? consumers : [],
  }));
}

/**
 * The JMXMP server, which listens on every interface whatever host its URL names, unless told otherwise.
 * @see adaptris/interlok-docs:docs/pages/user-guide/adapter-bootstrap.md
 */
function jmxListener(bootstrap: BootstrapProperties): readonly ListenerSite[] {
  const url = bootstrap.getIgnoringCase('jmxserviceurl');
  const match = /^service:jmx:jmxmp:\/\/(\[[^\]]*\]|[^:/]*):([^/;]*)/i.exec(url?.value.trim() ?? '');
  if (url === undefined || match === null) return [];
  const [, host = '', port = ''] = match;
  const named = bootstrap.get('jmxserviceurl.env.jmx.remote.server.address.wildcard')?.value.trim() === 'false';
  return [
    {
      protocol: 'jmx',
      component: 'jmx',
      port: readPort(port, url.valueAt, parseInteger),
      ...(named && host !== '' ? { host } : {}),
      consumers: [],
    },
  ];
}

/** The listener of a site, with its routes; undefined when its port cannot be used or is known only at run time. */
export function listenerOf(site: ListenerSite): Listener | undefined {
  const { protocol, component, host, consumers } = site;
  if (site.port.port === undefined) return undefined;
  return {
    ...site.port.at,
    protocol,
    port: site.port.port,
    component,
    ...(host === undefined ? {} : { host }),
    routes: consumers.flatMap(routeOf),
  };
}

function routeOf({ path, methods, workflow, channel }: ConsumerSite): readonly Route[] {
  if (path.path === undefined || path.match === undefined) return [];
  return [
    {
      ...path.at,
      path: path.path,
      match: path.match,
      ...(methods === undefined ? {} : { methods }),
      ...(workflow?.concurrency === undefined ? {} : { concurrency: workflow.concurrency }),
      ...(channel?.id === undefined ? {} : { channel: channel.id }),
      ...(workflow?.id === undefined ? {} : { workflow: workflow.id }),
    },
  ];
}
