import type { Adapter, Listener, Route } from '../../interlok';
import { ManagementRoute } from '../props';
import { isReachable } from './ports';

/** A management route of an adapter, on the port that answers it. */
export interface ManagementSite {
  readonly name: ManagementRoute;
  readonly port: number;
  readonly route: Route;
}

/** Paths on the management Jetty by the component that answers them, where no setting changes them. */
const PATHS: Readonly<Record<string, readonly [ManagementRoute, string]>> = {
  rest: [ManagementRoute.REST, '/workflow-services/*'],
  'cluster-rest': [ManagementRoute.CLUSTER_REST, '/cluster-manager/*'],
  'metrics-provider-prometheus': [ManagementRoute.METRICS, '/prometheus/*'],
};

/** What manages the adapter over HTTP. */
export function managementSites(adapter: Adapter): readonly ManagementSite[] {
  return adapter.listeners
    .filter(isReachable)
    .flatMap((listener): readonly ManagementSite[] => [
      ...listener.routes
        .filter(({ manages }) => manages !== undefined)
        .map((route) => ({ name: ManagementRoute.RETRY, port: listener.port, route })),
      ...(listener.component === 'jetty' ? sitesOfComponents(adapter, listener) : []),
    ]);
}

function sitesOfComponents(adapter: Adapter, { port, file, line, column }: Listener): readonly ManagementSite[] {
  const site = (name: ManagementRoute, path: string): ManagementSite => ({
    name,
    port,
    route: {
      file,
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
      path,
      match: 'prefix',
    },
  });
  return [
    ...(adapter.ui ? [site(ManagementRoute.UI, '/interlok/*')] : []),
    ...(adapter.health === undefined
      ? []
      : [site(ManagementRoute.HEALTH_CHECK, adapter.health.alivePath.replace(/alive$/, '*'))]),
    ...adapter.managementComponents.flatMap((component) => {
      const known = Object.hasOwn(PATHS, component) ? PATHS[component] : undefined;
      return known === undefined ? [] : [site(...known)];
    }),
  ];
}

/**
 * The adapter as the load balancer may see it: without its management routes, but for those that are asked for by name.
 * Probes look at the whole adapter.
 */
export function withoutManagement(adapter: Adapter, wanted: readonly ManagementRoute[]): Adapter {
  const named = managementSites(adapter).filter(({ name }) => wanted.includes(name));
  const listeners = adapter.listeners.map((listener): Listener => {
    const asked = named.filter(({ port, route }) => port === listener.port && route.manages === undefined);
    const own = listener.routes.filter(
      (route) => route.manages === undefined || named.some((site) => site.route === route),
    );
    const ofComponents = listener.component === 'jetty' ? asked.map(({ route }) => route) : [];
    return { ...listener, routes: [...own, ...ofComponents] };
  });
  return { ...adapter, listeners };
}
