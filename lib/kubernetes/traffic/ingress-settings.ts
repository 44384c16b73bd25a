import { PropsError } from '../../errors';
import { concurrencyPerPod, dialectOf, type HaproxyBackend, type IngressOptions } from '../../haproxy';
import type { Adapter, Listener } from '../../interlok';
import { DEFAULT_REPLICAS, ingressOptions, type InterlokProps } from '../props';
import { ingressPath, isExpressible, overriddenPaths, type RoutedPath, routedPaths, samplePath } from './ingress-paths';
import { consumerListeners } from './ports';

/** All that the Ingress and the Service get from the load balancer's side. */
export interface IngressSettings {
  readonly className: string;
  readonly hosts: readonly string[];
  /** @default - plain HTTP */
  readonly tlsSecretName?: string;
  readonly paths: readonly RoutedPath[];
  readonly annotations: Readonly<Record<string, string>>;
  readonly serviceAnnotations: Readonly<Record<string, string>>;
}

/**
 * Turns the ingress options and the adapter's routes into what the dialect wants to see.
 * @param name of the Ingress, from which a Secret for an issued certificate is named
 * @returns undefined when there is nothing to route, or no Ingress is wanted
 * @throws PropsError - for options that the controller cannot do
 */
export function ingressSettings(
  subject: string,
  name: string,
  adapter: Adapter,
  props: InterlokProps,
): IngressSettings | undefined {
  const listeners = consumerListeners(adapter);
  const first = listeners[0];
  const options = ingressOptions(props);
  if (options === undefined || first === undefined) return undefined;
  const paths = options.paths === undefined ? routedPaths(adapter) : overriddenPaths(options.paths, first.port);
  const dialect = dialectOf(options);
  const rendered = dialect.render(options, backend(listeners, paths, props.replicas ?? DEFAULT_REPLICAS));
  const problems = [...rendered.problems, ...wrongPorts(options, listeners)];
  if (problems.length > 0) throw new PropsError(subject, problems);
  return {
    className: options.ingressClassName ?? dialect.defaultIngressClassName,
    hosts: options.hosts ?? [],
    tlsSecretName: options.tls === undefined ? undefined : (options.tls.secretName ?? `${name}-tls`),
    paths,
    annotations: rendered.ingressAnnotations,
    serviceAnnotations: rendered.serviceAnnotations,
  };
}

function backend(listeners: readonly Listener[], paths: readonly RoutedPath[], replicas: number): HaproxyBackend {
  const routed = listeners.filter((listener) => paths.some((path) => path.port === listener.port));
  const healthRoute = routed[0]?.routes[0];
  return {
    protocol: routed.some((listener) => listener.protocol === 'https') ? 'https' : 'http',
    concurrencyPerPod: largestConcurrency(routed, paths),
    replicas,
    healthPath: healthRoute === undefined ? undefined : samplePath(healthRoute),
    ports: routed.length,
  };
}

/**
 * HAProxy has one backend for each port, but the settings of a Service hold for all of them: the port that can run most
 * decides, so that none is limited below what its workflows can do.
 */
function largestConcurrency(listeners: readonly Listener[], paths: readonly RoutedPath[]): number | undefined {
  const perPort = listeners.map((listener) => concurrencyPerPod(workflowsBehind(listener, paths)));
  return perPort.some((concurrency) => concurrency === undefined) || perPort.length === 0
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

function wrongPorts(options: IngressOptions, listeners: readonly Listener[]): PropsError['problems'] {
  const known = [...new Set(listeners.map((listener) => listener.port))];
  return (options.paths ?? []).flatMap(({ port }, index) => {
    if (port === undefined ? known.length === 1 : known.includes(port)) return [];
    const expected = `a port with HTTP consumers: ${known.join(', ')}`;
    return [{ field: `ingress.paths[${index}].port`, value: port, expected }];
  });
}
