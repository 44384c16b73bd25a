import { HttpIngressPathType } from 'cdk8s-plus-27';
import { type IngressPath, IngressPathType } from '../../haproxy';
import type { Adapter, Route } from '../../interlok';
import { consumerListeners } from './ports';

/** A path of the Ingress and the port of the Service that it leads to. */
export interface RoutedPath {
  readonly path: string;
  readonly pathType: HttpIngressPathType;
  readonly port: number;
  /**
   * The route that it is made of.
   * @default - a user gave the path
   */
  readonly route?: Route;
}

/**
 * The Ingress paths of all routes, each once; where two listeners claim one, the first keeps it. A prefix takes its own
 * path too, so an exact one beside it that leads to the same port would say nothing.
 */
export function routedPaths(adapter: Adapter): readonly RoutedPath[] {
  const paths = new Map<string, RoutedPath>();
  for (const listener of consumerListeners(adapter)) {
    for (const route of listener.routes) {
      const routed = { ...ingressPath(route), port: listener.port, route };
      const key = `${routed.pathType} ${routed.path}`;
      if (!paths.has(key)) paths.set(key, routed);
    }
  }
  return [...paths.values()].filter(({ path, pathType, port }) => {
    const prefix = paths.get(`${HttpIngressPathType.PREFIX} ${path}`);
    return pathType === HttpIngressPathType.PREFIX || prefix?.port !== port;
  });
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
export function ingressPath(route: Route): Omit<RoutedPath, 'port' | 'route'> {
  const path = pathOfRequests(route.path);
  const refused = path.search(REFUSED);
  if (refused >= 0) return { path: path.slice(0, refused) || '/', pathType: HttpIngressPathType.PREFIX };
  switch (route.match) {
    case 'exact':
      return { path, pathType: HttpIngressPathType.EXACT };
    case 'prefix':
      return { path: path.replace(/\/\*$/, ''), pathType: HttpIngressPathType.PREFIX };
    case 'extension':
    case 'all':
      return { path: '/', pathType: HttpIngressPathType.PREFIX };
  }
}

/** Whether an Ingress can have the path; otherwise it gets the nearest prefix. */
export function isExpressible(route: Route): boolean {
  return route.match !== 'extension' && !REFUSED.test(pathOfRequests(route.path));
}

/** A request path that the route takes. */
export function samplePath(route: Route): string {
  const path = pathOfRequests(route.path);
  switch (route.match) {
    case 'exact':
      return path;
    case 'prefix':
      return path.replace(/\*$/, '');
    case 'extension':
      return path.replace(/^\*/, '/ready');
    case 'all':
      return '/';
  }
}

/**
 * What the API server refuses in a path of an Ingress.
 * @see kubernetes/kubernetes:pkg/apis/networking/validation/validation.go (`invalidPathSequences`)
 */
const REFUSED = /\/\/|\/\.{1,2}(\/|$)/;

/** A servlet path as it stands in requests: HAProxy compares it as it is sent, percent-encoded. */
function pathOfRequests(path: string): string {
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent);
}
