import type { Duration } from 'cdk8s';
import { HttpIngressPathType } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import {
  HttpRoute,
  HttpRouteSpecRulesMatchesPathType,
  type HttpRouteSpecRules,
} from '../../../imports/gateway.networking.k8s.io';
import { because, nameSource, type Origin, propOf, type Source } from '../../origins';
import type { InterlokGateway } from '../props';
import type { RoutedPath } from './ingress-paths';
import { pathOrigin } from './path-origins';

/** Props of {@link addHttpRoutes}. */
export interface HttpRoutesProps {
  readonly name: string;
  readonly labels: Record<string, string>;
  readonly gateway: InterlokGateway;
  /** Empty for every host. */
  readonly hosts: readonly string[];
  readonly paths: readonly RoutedPath[];
  /** The name of the Service that the paths lead to. */
  readonly service: string;
  /** Where the hosts come from. */
  readonly hostSource: Source;
}

/** So many paths fit into one route in any case: a rule may have 64, and a route 16 rules. */
const MOST_PATHS = 64;
const MOST_PORTS = 16;

/**
 * Adds the routes that bring the adapter's paths to a Gateway: one, or several where one cannot hold all paths.
 * @returns at least one
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export function addHttpRoutes(scope: Construct, id: string, props: HttpRoutesProps): readonly HttpRoute[] {
  const { gateway, hosts, labels } = props;
  return portionsOf(props.paths).map((paths, index) => {
    const more = index === 0 ? '' : `-routes-${index + 1}`;
    const route = new HttpRoute(scope, `${id}${more}`, {
      metadata: { name: `${props.name}${more}`, labels },
      spec: {
        parentRefs: [{ name: gateway.name, namespace: gateway.namespace, sectionName: gateway.sectionName }],
        hostnames: hosts.length === 0 ? undefined : [...hosts],
        rules: rulesOf(paths, props.service, gateway.timeout),
      },
    });
    because(route, () => routeOrigins(paths, props, nameSource(route, props.service)));
    return route;
  });
}

function portionsOf(paths: readonly RoutedPath[]): readonly (readonly RoutedPath[])[] {
  const portions: RoutedPath[][] = [];
  for (const path of paths) {
    const last = portions.at(-1);
    const ports = new Set([...(last ?? []), path].map(({ port }) => port));
    if (last === undefined || last.length === MOST_PATHS || ports.size > MOST_PORTS) portions.push([path]);
    else last.push(path);
  }
  return portions;
}

function routeOrigins(
  paths: readonly RoutedPath[],
  { gateway, hostSource }: HttpRoutesProps,
  named: Source,
): readonly Origin[] {
  const ports = [...new Set(paths.map(({ port }) => port))];
  const parent = (field: 'name' | 'namespace' | 'sectionName'): Origin => ({
    field: `spec.parentRefs[0].${field}`,
    sources: [propOf(`gateway.${field}`, gateway[field])],
    why: 'the Gateway that the routes belong to',
  });
  return [
    ...(['name', 'namespace', 'sectionName'] as const).map(parent),
    { field: 'spec.hostnames', sources: [hostSource], why: 'the hosts that it answers for' },
    ...ports.flatMap((port, rule) => {
      const own = paths.filter((path) => path.port === port);
      return [
        ...own.map((path, match) => pathOrigin(`spec.rules[${rule}].matches[${match}]`, path)),
        { field: `spec.rules[${rule}].backendRefs[0].name`, sources: [named], why: 'the Service of the adapter' },
        {
          field: `spec.rules[${rule}].backendRefs`,
          sources: own.flatMap((path) => pathOrigin('', path).sources),
          why: 'the port on which the consumers of these paths answer',
        },
        {
          field: `spec.rules[${rule}].timeouts`,
          sources: [propOf('gateway.timeout', gateway.timeout)],
          why: 'how long the Gateway waits for an answer',
        },
      ];
    }),
  ];
}

/** One rule for each port, with all the paths that lead there. */
function rulesOf(paths: readonly RoutedPath[], name: string, timeout: Duration | undefined): HttpRouteSpecRules[] {
  const ports = [...new Set(paths.map(({ port }) => port))];
  return ports.map((port) => ({
    matches: paths
      .filter((path) => path.port === port)
      .map(({ path, pathType }) => ({ path: { type: typeOf(pathType), value: path } })),
    backendRefs: [{ name, port }],
    timeouts: timeout === undefined ? undefined : { request: inGatewayForm(timeout) },
  }));
}

function typeOf(pathType: HttpIngressPathType): HttpRouteSpecRulesMatchesPathType {
  return pathType === HttpIngressPathType.EXACT
    ? HttpRouteSpecRulesMatchesPathType.EXACT
    : HttpRouteSpecRulesMatchesPathType.PATH_PREFIX;
}

/** Whole numbers of at most five digits, each with its unit: `1m30s`. */
function inGatewayForm(timeout: Duration): string {
  const milliseconds = timeout.toMilliseconds();
  const parts = [
    [Math.floor(milliseconds / 60_000), 'm'],
    [Math.floor((milliseconds % 60_000) / 1000), 's'],
    [milliseconds % 1000, 'ms'],
  ] as const;
  return parts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount}${unit}`)
    .join('');
}
