import type { BootstrapProperties } from '../files';
import type { XmlElement } from '../xml';
import { type ConnectionRole, type ConnectionSite } from './connections';
import type { ListenerSite } from './listener-site';
import type { ManagementJetty } from './management-jetty';
import { managementListeners } from './management-listeners';
import type { ConsumerSite } from './routes';

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
              protocol: site.protocol,
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
