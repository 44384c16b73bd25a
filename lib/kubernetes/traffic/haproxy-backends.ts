import { backendName, IngressDialect } from '../../haproxy';
import { ingressOptions, type InterlokProps } from '../props';
import type { ExposedPort } from './ports';
import type { RoutedPort } from './routed-ports';

/**
 * What HAProxy calls the adapter in its metrics, once for each port that requests are led to; none where no HAProxy of
 * the haproxytech controller leads them there, for others name their backends otherwise.
 */
export function haproxyBackends(
  props: InterlokProps,
  names: { readonly namespace: string; readonly service: string },
  ports: readonly ExposedPort[],
  routedPorts: readonly RoutedPort[],
): readonly string[] {
  if (props.gateway !== undefined || ingressOptions(props)?.dialect === IngressDialect.JCMORAISJR) return [];
  return ports
    .filter(({ number }) => routedPorts.some((routed) => routed.number === number))
    .map(({ name }) => backendName(names.namespace, names.service, name));
}
