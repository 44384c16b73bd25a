import { concurrencyPerPod } from '../../haproxy';
import type { Listener } from '../../interlok';
import { ingressPath, isExpressible, type RoutedPath } from './ingress-paths';

/** A port of the Service that requests are routed to. */
export interface RoutedPort {
  readonly number: number;
  /**
   * How many requests the workflows behind it run at once in one pod.
   * @default - not known
   */
  readonly concurrencyPerPod?: number;
}

/** The ports that the paths lead to, in the order in which the listeners open. */
export function routedPorts(listeners: readonly Listener[], paths: readonly RoutedPath[]): readonly RoutedPort[] {
  return listeners
    .filter((listener) => paths.some(({ port }) => port === listener.port))
    .map((listener) => ({
      number: listener.port,
      concurrencyPerPod: concurrencyPerPod(workflowsBehind(listener, paths)),
    }));
}

/**
 * HAProxy has one backend for each port, but the settings of a Service hold for all of them: the port that can run most
 * decides, so that none is limited below what its workflows can do.
 */
export function largestConcurrency(ports: readonly RoutedPort[]): number | undefined {
  const perPort = ports.map(({ concurrencyPerPod: known }) => known);
  return perPort.some((known) => known === undefined) || perPort.length === 0
    ? undefined
    : Math.max(...(perPort as number[]));
}

/** The concurrency of each workflow that requests for the paths can reach; undefined for what else they can reach. */
function workflowsBehind(listener: Listener, paths: readonly RoutedPath[]): (number | undefined)[] {
  const concurrencies = listener.routes.map((route) => route.concurrency);
  // The management Jetty has the web UI and others beside the consumers.
  const own = listener.routes.filter(isExpressible).map((route) => ingressPath(route).path);
  const others = paths.some(({ port, path }) => port === listener.port && (path === '/' || !own.includes(path)));
  return listener.component === 'jetty' && others ? [...concurrencies, undefined] : concurrencies;
}
