import { PropsError } from '../../errors';
import { dialectOf, type HaproxyBackend } from '../../haproxy';
import type { Adapter } from '../../interlok';
import { ingressOptions, type InterlokProps, mostReplicas } from '../props';
import type { Origin } from '../../origins';
import { annotationOrigins } from './annotation-origins';
import { samplePath } from './ingress-paths';
import { ingressFieldOrigins, pathOrigins } from './path-origins';
import { consumerListeners } from './ports';
import { largestConcurrency, type RoutedPort } from './routed-ports';
import { type Routing, routing } from './routing';

/** All that the Ingress and the Service get from the load balancer's side. */
export interface IngressSettings extends Routing {
  readonly className: string;
  /** @default - plain HTTP */
  readonly tlsSecretName?: string;
  readonly annotations: Readonly<Record<string, string>>;
  readonly serviceAnnotations: Readonly<Record<string, string>>;
  /** Why all of this is what it is, asked for each object. */
  readonly origins: { readonly ingress: () => readonly Origin[]; readonly service: () => readonly Origin[] };
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
  const options = ingressOptions(props);
  const routes = routing(adapter, options);
  if (options === undefined || routes === undefined) return undefined;
  const dialect = dialectOf(options);
  const behind = backend(adapter, routes.routedPorts, mostReplicas(props));
  const rendered = dialect.render(options, behind);
  const problems = [...rendered.problems, ...routes.problems];
  if (problems.length > 0) throw new PropsError(subject, problems);
  return {
    ...routes,
    className: options.ingressClassName ?? dialect.defaultIngressClassName,
    tlsSecretName: options.tls === undefined ? undefined : (options.tls.secretName ?? `${name}-tls`),
    annotations: rendered.ingressAnnotations,
    serviceAnnotations: rendered.serviceAnnotations,
    origins: {
      ingress: () => [
        ...pathOrigins(adapter, routes.paths, props),
        ...ingressFieldOrigins(props),
        ...annotationOrigins(dialect.optionsBehind(options, behind).ingress, adapter, props),
      ],
      service: () => annotationOrigins(dialect.optionsBehind(options, behind).service, adapter, props),
    },
  };
}

function backend(adapter: Adapter, ports: readonly RoutedPort[], replicas: number): HaproxyBackend {
  const routed = consumerListeners(adapter).filter((listener) => ports.some(({ number }) => number === listener.port));
  const healthRoute = routed[0]?.routes[0];
  return {
    protocol: routed.some((listener) => listener.protocol === 'https') ? 'https' : 'http',
    concurrencyPerPod: largestConcurrency(ports),
    replicas,
    healthPath: healthRoute === undefined ? undefined : samplePath(healthRoute),
    ports: routed.length,
  };
}
