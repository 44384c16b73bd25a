import type { Listener, Protocol, Route } from './adapter';
import type { ConnectionSite } from './connections';
import type { PortValue } from './port-value';
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

function routeOf({ alias, path, methods, workflow, channel }: ConsumerSite): readonly Route[] {
  if (path.path === undefined || path.match === undefined) return [];
  return [
    {
      ...path.at,
      path: path.path,
      match: path.match,
      ...(methods === undefined ? {} : { methods }),
      ...(workflow?.concurrency === undefined ? {} : { concurrency: workflow.concurrency }),
      ...(alias === 'retry-via-jetty' ? { manages: 'retry' as const } : {}),
      ...(channel?.id === undefined ? {} : { channel: channel.id }),
      ...(workflow?.id === undefined ? {} : { workflow: workflow.id }),
    },
  ];
}
