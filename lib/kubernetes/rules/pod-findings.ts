import { type Finding, finding } from '../../findings';
import { CheckMethod, type IngressOptions } from '../../haproxy';
import type { Adapter, Listener } from '../../interlok';
import type { Drain } from '../pod';
import { consumerListeners, ingressPath } from '../traffic';
import { findShortGracePeriod } from './grace-period';
import { findInexpressiblePaths } from './inexpressible-paths';
import { findMethodsWithoutProbeMethod } from './probe-methods';
import { httpsBehindGateway, ingressPathTaken, mixedProtocols, noHttpConsumers } from './rule-definitions';

/** What leads requests to the adapter. */
export interface TrafficSource {
  /** @default - nothing does */
  readonly options?: IngressOptions;
  /** Whether it is a Gateway, and no Ingress. */
  readonly gateway: boolean;
}

/** What loads, but fails in a pod or behind what leads requests there. */
export function podFindings(adapter: Adapter, drain: Drain, { options, gateway }: TrafficSource): Finding[] {
  const listeners = consumerListeners(adapter);
  const ports = options?.paths?.map(({ port }) => port ?? listeners[0]?.port);
  const routed = listeners.filter(({ port }) => ports === undefined || ports.includes(port));
  return [
    ...findShortGracePeriod(adapter, drain),
    ...(options === undefined || options.paths !== undefined ? [] : derivedPathFindings(listeners)),
    ...(options === undefined ? [] : gateway ? findHttpsBehindGateway(routed) : haproxyFindings(routed, options)),
  ];
}

function derivedPathFindings(listeners: readonly Listener[]): Finding[] {
  const routes = listeners.flatMap((listener) => listener.routes);
  return [...findInexpressiblePaths(routes), ...findTakenPaths(listeners)];
}

function haproxyFindings(routed: readonly Listener[], { healthCheck }: IngressOptions): Finding[] {
  const check = healthCheck?.check;
  const checked = routed.flatMap(({ routes }) => routes).filter((route) => route.path === check?.path);
  return [
    ...findMixedProtocols(routed),
    ...findMethodsWithoutProbeMethod(checked, check?.method ?? CheckMethod.OPTIONS),
  ];
}

function findHttpsBehindGateway(routed: readonly Listener[]): Finding[] {
  return routed
    .filter(({ protocol }) => protocol === 'https')
    .map((listener) =>
      finding(httpsBehindGateway, listener, {
        message: `a Gateway speaks plain HTTP to port ${listener.port}, where the adapter expects HTTPS`,
        hint: `let the adapter listen in plain HTTP, or add a BackendTLSPolicy for the Service and silence '${httpsBehindGateway.id}'`,
      }),
    );
}

/** Nothing to route to; not worth saying of a configuration whose errors may be the reason. */
export function findNoHttp(adapter: Adapter): Finding[] {
  if (consumerListeners(adapter).length > 0) return [];
  const message = `adapter '${adapter.id}' has no HTTP consumer, so it gets no Service, no Ingress or HTTPRoute and no readiness probe`;
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
      const message = `requests for '${path}' are led to port ${owner}, so '${route.path}' on port ${listener.port} is not reached`;
      return [finding(ingressPathTaken, route, { message, hint: 'use different paths, or ingress.paths' })];
    }),
  );
}

function findMixedProtocols(routed: readonly Listener[]): Finding[] {
  const other = routed.find((listener) => listener.protocol !== routed[0]?.protocol);
  if (other === undefined || routed[0] === undefined) return [];
  const message = `the Ingress leads to port ${routed[0].port} (${routed[0].protocol}) and to port ${other.port} (${other.protocol})`;
  return [
    finding(mixedProtocols, other, {
      message,
      hint: 'route to one protocol with ingress.paths, which holds for a Gateway too',
    }),
  ];
}
