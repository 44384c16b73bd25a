import { HttpIngressPathType } from 'cdk8s-plus-27';
import { type Finding, finding } from '../../findings';
import type { IngressOptions } from '../../haproxy';
import type { Adapter } from '../../interlok';
import type { ManagementRoute } from '../props';
import { consumerListeners, ingressPath, managementSites, overriddenPaths, routedPaths } from '../traffic';
import { managementRouteExposed } from './rule-definitions';

/**
 * Finds the management routes that a path of the Ingress leads to although nobody asked for them: those that a wider path
 * takes in. A path of `ingress.paths` that names a route, or goes below it, asks for it.
 * @param offered The adapter as the load balancer sees it
 */
export function findExposedManagement(
  adapter: Adapter,
  offered: Adapter,
  ingress: IngressOptions,
  wanted: readonly ManagementRoute[],
): Finding[] {
  const first = consumerListeners(offered)[0];
  if (first === undefined) return [];
  const paths = ingress.paths === undefined ? routedPaths(offered) : overriddenPaths(ingress.paths, first.port);
  const prefixes = paths.filter(({ pathType }) => pathType === HttpIngressPathType.PREFIX);
  const found = new Map<ManagementRoute, Finding>();
  for (const { name, port, route } of managementSites(adapter)) {
    const base = ingressPath(route).path;
    const wider = prefixes.find((each) => each.port === port && base !== each.path && isBelow(base, each.path));
    if (wider === undefined || wanted.includes(name) || found.has(name)) continue;
    const message = `the Ingress leads '${wider.path}' to port ${port}, and so everyone to '${route.path}' of the adapter's management (${name})`;
    const hint =
      'give the consumers a port of their own (jetty-http-connection) or narrower paths; ' +
      `if everyone is meant to reach it, say managementRoutes: ['${name}']`;
    found.set(name, finding(managementRouteExposed, route, { message, hint }));
  }
  return [...found.values()];
}

function isBelow(path: string, prefix: string): boolean {
  return path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
}
