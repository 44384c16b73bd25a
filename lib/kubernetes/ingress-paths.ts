import { HttpIngressPathType } from 'cdk8s-plus-27';
import { IngressPathType, type IngressPath } from '../haproxy';
import type { Adapter, Route } from '../interlok';
import { consumerListeners } from './ports';

/** A path of the Ingress and the port of the Service that it leads to. */
export interface RoutedPath {
  readonly path: string;
  readonly pathType: HttpIngressPathType;
  readonly port: number;
}

/** The Ingress paths of all routes, each once; where two listeners claim one, the first keeps it. */
export function routedPaths(adapter: Adapter): readonly RoutedPath[] {
  const paths = new Map<string, RoutedPath>();
  for (const listener of consumerListeners(adapter)) {
    for (const route of listener.routes) {
      const routed = { ...ingressPath(route), port: listener.port };
      const key = `${routed.pathType} ${routed.path}`;
      if (!paths.has(key)) paths.set(key, routed);
    }
  }
  return [...paths.values()];
}

/** The paths that a user gave in place of the derived ones. */
export function overriddenPaths(paths: readonly IngressPath[], fallbackPort: number): readonly RoutedPath[] {
  return paths.map((override) => ({
    path: override.path,
    pathType: override.pathType === IngressPathType.EXACT ? HttpIngressPathType.EXACT : HttpIngressPathType.PREFIX,
    port: override.port ?? fallbackPort,
  }));
}

/** The Ingress path that takes what the servlet path takes, or, where Ingress has no such path, all around it. */
export function ingressPath(route: Route): Omit<RoutedPath, 'port'> {
  switch (route.match) {
    case 'exact':
      return { path: route.path, pathType: HttpIngressPathType.EXACT };
    case 'prefix':
      return { path: route.path.replace(/\/\*$/, ''), pathType: HttpIngressPathType.PREFIX };
    case 'extension':
    case 'all':
      return { path: '/', pathType: HttpIngressPathType.PREFIX };
  }
}

/** A request path that the route takes. */
export function samplePath(route: Route): string {
  switch (route.match) {
    case 'exact':
      return route.path;
    case 'prefix':
      return route.path.replace(/\*$/, '');
    case 'extension':
      return route.path.replace(/^\*/, '/ready');
    case 'all':
      return '/';
  }
}
