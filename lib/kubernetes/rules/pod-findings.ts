import { type Finding, finding } from '../../findings';
import { CheckMethod, type IngressOptions } from '../../haproxy';
import type { Adapter, Listener } from '../../interlok';
import type { Drain } from '../pod';
import { consumerListeners, ingressPath } from '../traffic';
import { findShortGracePeriod } from './grace-period';
import { findInexpressiblePaths } from './inexpressible-paths';
import { findMethodsWithoutProbeMethod } from './probe-methods';
import { ingressPathTaken, mixedProtocols, noHttpConsumers } from './rule-definitions';

/** What loads, but fails in a pod or behind an Ingress. `ingress` is undefined when no Ingress is wanted. */
export function podFindings(adapter: Adapter, drain: Drain, ingress: IngressOptions | undefined): Finding[] {
  const listeners = consumerListeners(adapter);
  return [
    ...findShortGracePeriod(adapter, drain),
    ...(ingress === undefined ? [] : ingressFindings(listeners, ingress)),
  ];
}

function ingressFindings(listeners: readonly Listener[], ingress: IngressOptions): Finding[] {
  const check = ingress.healthCheck?.check;
  const routes = listeners.flatMap((listener) => listener.routes);
  const checked = routes.filter((route) => route.path === check?.path);
  const derived = ingress.paths === undefined;
  const ports = ingress.paths?.map(({ port }) => port ?? listeners[0]?.port);
  const routed = listeners.filter(({ port }) => ports === undefined || ports.includes(port));
  return [
    ...(derived ? findInexpressiblePaths(routes) : []),
    ...(derived ? findTakenPaths(listeners) : []),
    ...findMixedProtocols(routed),
    ...findMethodsWithoutProbeMethod(checked, check?.method ?? CheckMethod.OPTIONS),
  ];
}

/** Nothing to route to; not worth saying of a configuration whose errors may be the reason. */
export function findNoHttp(adapter: Adapter): Finding[] {
  if (consumerListeners(adapter).length > 0) return [];
  const message = `adapter '${adapter.id}' has no HTTP consumer, so it gets no Service, no Ingress and no readiness probe`;
  return [
    finding(noHttpConsumers, adapter, {
      message,
      hint: `nothing to do if it is meant so: silence '${noHttpConsumers.id}'`,
    }),
  ];
}

function findTakenPaths(listeners: readonly Listener[]): Finding[] {
  const owners = new Map<string, number>();
  return listeners.flatMap((listener) =>
    listener.routes.flatMap((route): Finding[] => {
      const { path, pathType } = ingressPath(route);
      const owner = owners.get(`${pathType} ${path}`);
      if (owner === undefined) owners.set(`${pathType} ${path}`, listener.port);
      if (owner === undefined || owner === listener.port) return [];
      const message = `the Ingress leads '${path}' to port ${owner}, so '${route.path}' on port ${listener.port} is not reached`;
      return [finding(ingressPathTaken, route, { message, hint: 'use different paths, or ingress.paths' })];
    }),
  );
}

function findMixedProtocols(routed: readonly Listener[]): Finding[] {
  const other = routed.find((listener) => listener.protocol !== routed[0]?.protocol);
  if (other === undefined || routed[0] === undefined) return [];
  const message = `the Ingress leads to port ${routed[0].port} (${routed[0].protocol}) and to port ${other.port} (${other.protocol})`;
  return [finding(mixedProtocols, other, { message, hint: 'route to one protocol with ingress.paths' })];
}
