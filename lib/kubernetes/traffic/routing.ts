import type { PropProblem } from '../../errors';
import type { IngressOptions } from '../../haproxy';
import type { Adapter, Listener } from '../../interlok';
import { overriddenPaths, type RoutedPath, routedPaths } from './ingress-paths';
import { consumerListeners } from './ports';
import { type RoutedPort, routedPorts } from './routed-ports';

/** Which requests come to which port, whoever leads them there. */
export interface Routing {
  /** Empty for every host. */
  readonly hosts: readonly string[];
  readonly paths: readonly RoutedPath[];
  /** The ports of the Service that the paths lead to. */
  readonly routedPorts: readonly RoutedPort[];
  /** What does not fit the adapter in the options. */
  readonly problems: readonly PropProblem[];
}

/**
 * The routes of the adapter, or those of the options.
 * @param options What the user wants of it; undefined when nothing is to be led to the adapter
 * @returns undefined when there is nothing to route
 */
export function routing(adapter: Adapter, options: IngressOptions | undefined): Routing | undefined {
  const listeners = consumerListeners(adapter);
  const [first] = listeners;
  if (options === undefined || first === undefined) return undefined;
  const paths = options.paths === undefined ? routedPaths(adapter) : overriddenPaths(options.paths, first.port);
  return {
    hosts: options.hosts ?? [],
    paths,
    routedPorts: routedPorts(listeners, paths),
    problems: wrongPorts(options, listeners),
  };
}

function wrongPorts(options: IngressOptions, listeners: readonly Listener[]): PropProblem[] {
  const known = [...new Set(listeners.map((listener) => listener.port))];
  return (options.paths ?? []).flatMap(({ port }, index) => {
    if (port === undefined ? known.length === 1 : known.includes(port)) return [];
    const expected = `a port with HTTP consumers: ${known.join(', ')}`;
    return [{ field: `ingress.paths[${index}].port`, value: port, expected }];
  });
}
