import type { Adapter, Channel, Listener, Release, Route } from '../../lib/interlok';

const AT = { file: 'config/adapter.xml', line: 1, column: 1 };

/** A route of `standard-workflow`. */
export function aRoute(path: string, more: Partial<Route> = {}): Route {
  return { ...AT, path, match: matchOf(path), concurrency: 1, ...more };
}

/** A listener that an own Jetty opens. */
export function aListener(port: number, routes: readonly Route[] = [], more: Partial<Listener> = {}): Listener {
  return { ...AT, protocol: 'http', port, component: 'jetty-http-connection', routes, ...more };
}

/** The management Jetty. */
export function managementJetty(routes: readonly Route[] = [], port = 8080): Listener {
  return aListener(port, routes, { component: 'jetty' });
}

/** A channel without workflows. */
export function aChannel(more: Partial<Channel> = {}): Channel {
  return { ...AT, id: 'channel', autoStart: true, workflows: [], ...more };
}

/** An adapter with these listeners. */
export function anAdapter(listeners: readonly Listener[], more: Partial<Adapter> = {}): Adapter {
  return {
    ...AT,
    id: 'adapter',
    release: release(5, 0, 1),
    javaVersion: 17,
    channels: [aChannel()],
    listeners,
    managementComponents: [],
    operationTimeoutMillis: 30000,
    outbound: 'none',
    connectsOut: [],
    ui: false,
    ...more,
  };
}

/** A release by its numbers. */
export function release(major: number, minor: number, patch: number): Release {
  return { major, minor, patch };
}

function matchOf(path: string): Route['match'] {
  if (path === '/*') return 'all';
  if (path.endsWith('/*')) return 'prefix';
  return path.startsWith('*.') ? 'extension' : 'exact';
}
