import type { Adapter } from '../../interlok';
import { type Origin, place, propOf, type Source } from '../../origins';
import { ingressOptions, type InterlokProps } from '../props';
import type { RoutedPath } from './ingress-paths';
import { managementSites } from './management-routes';
import { consumerListeners } from './ports';

const LEADS = 'requests for the path lead to the port on which its consumer answers';

/** Why a path is led where it is. */
export function pathOrigin(field: string, { route }: RoutedPath): Origin {
  const sources: readonly Source[] =
    route === undefined ? [{ kind: 'prop', prop: 'ingress.paths' }] : [place(route, `path ${route.path}`)];
  return { field, sources, why: LEADS };
}

/** Why the rules of an Ingress are what they are: each path has its own consumer, or the option in its place. */
export function pathOrigins(adapter: Adapter, paths: readonly RoutedPath[], props: InterlokProps): readonly Origin[] {
  const { hosts = [] } = ingressOptions(props) ?? {};
  const listeners = consumerListeners(adapter);
  const managed = managementSites(adapter);
  return rulesOf(hosts).flatMap((host): readonly Origin[] => [
    { field: `spec.rules[${host}].host`, sources: [hostSource(props)], why: 'the hosts that it answers for' },
    ...paths.flatMap((path): readonly Origin[] => {
      const entry = entryOf(host, path);
      const listener = listeners.find(({ port }) => port === path.port);
      const { sources, ...origin } = pathOrigin(entry, path);
      const asked = managed.some(({ port, route }) => port === path.port && route.path === path.route?.path);
      return [
        { ...origin, sources: [...sources, ...(asked ? [propOf('managementRoutes', true)] : [])] },
        {
          field: `${entry}.backend.service.port`,
          sources: [
            ...(path.route === undefined ? sources : []),
            ...(listener === undefined ? [] : [place(listener, `${listener.component} ${listener.port}`)]),
          ],
          why: LEADS,
        },
      ];
    }),
  ]);
}

/** Why the paths of an Ingress lead to the Service of that name. */
export function backendOrigins(
  hosts: readonly string[],
  paths: readonly RoutedPath[],
  named: Source,
): readonly Origin[] {
  return rulesOf(hosts).flatMap((host) =>
    paths.map((path) => ({
      field: `${entryOf(host, path)}.backend.service.name`,
      sources: [named],
      why: 'the Service of the adapter',
    })),
  );
}

function rulesOf(hosts: readonly string[]): readonly string[] {
  return hosts.length === 0 ? ['0'] : hosts;
}

function entryOf(host: string, { pathType, path }: RoutedPath): string {
  return `spec.rules[${host}].http.paths[${pathType} ${path}]`;
}

/** Why the other fields of an Ingress are what they are. */
export function ingressFieldOrigins(props: InterlokProps): readonly Origin[] {
  const { ingressClassName, tls } = ingressOptions(props) ?? {};
  return [
    {
      field: 'spec.ingressClassName',
      sources: [propOf('ingress.ingressClassName', ingressClassName)],
      why: 'the controller that is to take the Ingress',
    },
    { field: 'spec.tls[0].hosts', sources: [hostSource(props)], why: 'the hosts that the certificate is for' },
    { field: 'spec.tls[0].secretName', sources: [propOf('ingress.tls', tls)], why: 'the certificate and its key' },
  ];
}

/** Where the hosts come from. */
export function hostSource({ host, ingress }: InterlokProps): Source {
  const hosts = ingress === false ? undefined : ingress?.hosts;
  return host === undefined && hosts !== undefined ? propOf('ingress.hosts', hosts) : propOf('host', host);
}
