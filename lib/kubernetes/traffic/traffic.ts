import type { ApiObject } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { PropsError } from '../../errors';
import type { Adapter } from '../../interlok';
import type { Origin } from '../../origins';
import { ingressOptions, type InterlokProps } from '../props';
import { addHttpRoutes } from './http-route';
import { hostSource } from './path-origins';
import { AdapterIngress } from './ingress';
import { ingressSettings } from './ingress-settings';
import type { ExposedPort } from './ports';
import type { RoutedPort } from './routed-ports';
import { routing } from './routing';
import { AdapterService } from './service';

/** What {@link addTraffic} is told of the adapter. */
export interface TrafficProps {
  readonly name: string;
  readonly labels: Record<string, string>;
  readonly adapter: Adapter;
  readonly ports: readonly ExposedPort[];
  readonly workload: kplus.Workload;
  /** What the user asked for. */
  readonly props: InterlokProps;
}

/** How requests come to the adapter. */
export interface Traffic {
  /** @default - none when nothing of the adapter is to be reached */
  readonly service?: kplus.Service;
  /** @default - none without HTTP consumers, with `gateway`, or when `ingress` is false */
  readonly ingress?: kplus.Ingress;
  /** Empty without `gateway`. */
  readonly httpRoutes: readonly ApiObject[];
  /** The ports of the Service that requests are led to from outside. */
  readonly routedPorts: readonly RoutedPort[];
}

/**
 * Adds the Service, and the Ingress or the routes of a Gateway.
 * @throws PropsError - for options that cannot be done for this adapter
 */
export function addTraffic(scope: Construct, subject: string, own: TrafficProps): Traffic {
  return own.props.gateway === undefined ? addIngress(scope, subject, own) : addGatewayRoutes(scope, subject, own);
}

function addIngress(scope: Construct, subject: string, own: TrafficProps): Traffic {
  const settings = ingressSettings(subject, own.name, own.adapter, own.props);
  const service = addService(scope, own, settings?.serviceAnnotations, settings?.origins.service);
  const { name, labels } = own;
  const ingress =
    service === undefined || settings === undefined
      ? undefined
      : new AdapterIngress(scope, 'ingress', { ...settings, name, labels, service, origins: settings.origins.ingress });
  return { service, ingress, httpRoutes: [], routedPorts: settings?.routedPorts ?? [] };
}

function addGatewayRoutes(scope: Construct, subject: string, own: TrafficProps): Traffic {
  const { name, labels, adapter, props } = own;
  const { gateway } = props;
  const routes = routing(adapter, ingressOptions(props));
  if (routes !== undefined && routes.problems.length > 0) throw new PropsError(subject, routes.problems);
  const service = addService(scope, own);
  if (service === undefined || routes === undefined || gateway === undefined)
    return { service, httpRoutes: [], routedPorts: [] };
  const { hosts, paths, routedPorts } = routes;
  const httpRoutes = addHttpRoutes(scope, 'http-route', {
    ...{ name, labels, gateway, hosts, paths, service: service.name },
    hostSource: hostSource(props),
  });
  return { service, httpRoutes, routedPorts };
}

function addService(
  scope: Construct,
  own: TrafficProps,
  annotations: Readonly<Record<string, string>> = {},
  annotationOrigins: () => readonly Origin[] = () => [],
): kplus.Service | undefined {
  return own.ports.length === 0
    ? undefined
    : new AdapterService(scope, 'service', { ...own, annotations, annotationOrigins });
}
