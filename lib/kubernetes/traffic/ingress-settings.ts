import { PropsError } from '../../errors';
import { dialectOf, type HaproxyBackend, type IngressOptions } from '../../haproxy';
import type { Adapter, Listener } from '../../interlok';
import { ingressOptions, type InterlokProps, mostReplicas } from '../props';
import { overriddenPaths, type RoutedPath, routedPaths, samplePath } from './ingress-paths';
import { consumerListeners } from './ports';
import { largestConcurrency, type RoutedPort, routedPorts } from './routed-ports';

/** All that the Ingress and the Service get from the load balancer's side. */
export interface IngressSettings {
  readonly className: string;
  readonly hosts: readonly string[];
  /** @default - plain HTTP */
  readonly tlsSecretName?: string;
  readonly paths: readonly RoutedPath[];
  /** The ports of the Service that the paths lead to: HAProxy has a backend for each. */
  readonly routedPorts: readonly RoutedPort[];
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
  const ports = routedPorts(listeners, paths);
  const rendered = dialect.render(options, backend(listeners, ports, mostReplicas(props)));
  const problems = [...rendered.problems, ...wrongPorts(options, listeners)];
  if (problems.length > 0) throw new PropsError(subject, problems);
  return {
    className: options.ingressClassName ?? dialect.defaultIngressClassName,
    hosts: options.hosts ?? [],
    tlsSecretName: options.tls === undefined ? undefined : (options.tls.secretName ?? `${name}-tls`),
    paths,
    routedPorts: ports,
    annotations: rendered.ingressAnnotations,
    serviceAnnotations: rendered.serviceAnnotations,
  };
}

function backend(listeners: readonly Listener[], ports: readonly RoutedPort[], replicas: number): HaproxyBackend {
  const routed = listeners.filter((listener) => ports.some(({ number }) => number === listener.port));
  const healthRoute = routed[0]?.routes[0];
  return {
    protocol: routed.some((listener) => listener.protocol === 'https') ? 'https' : 'http',
    concurrencyPerPod: largestConcurrency(ports),
    replicas,
    healthPath: healthRoute === undefined ? undefined : samplePath(healthRoute),
    ports: routed.length,
  };
}

function wrongPorts(options: IngressOptions, listeners: readonly Listener[]): PropsError['problems'] {
  const known = [...new Set(listeners.map((listener) => listener.port))];
  return (options.paths ?? []).flatMap(({ port }, index) => {
    if (port === undefined ? known.length === 1 : known.includes(port)) return [];
    const expected = `a port with HTTP consumers: ${known.join(', ')}`;
    return [{ field: `ingress.paths[${index}].port`, value: port, expected }];
  });
}
