import type { Adapter } from '../../interlok';
import { type Origin, place, propOf, type Source } from '../../origins';
import type { InterlokProps } from '../props';
import { consumerListeners } from './ports';

/** What the origins of the way in are told of. */
interface WayIn {
  readonly adapter: Adapter;
  readonly props: InterlokProps;
}

/** Where the paths come from: the consumers, or the option that stands for them. */
function pathSources({ adapter, props }: WayIn): readonly Source[] {
  const { paths } = props.ingress === false ? {} : (props.ingress ?? {});
  if (paths !== undefined) return [propOf('ingress.paths', paths)];
  const routes = consumerListeners(adapter).flatMap((listener) => listener.routes);
  return [
    ...routes.map((route) => place(route, `<path>${route.path}</path>`)),
    ...(props.managementRoutes === undefined ? [] : [propOf('managementRoutes', props.managementRoutes)]),
  ];
}

function hostSource({ host, ingress }: InterlokProps): Source {
  const hosts = ingress === false ? undefined : ingress?.hosts;
  return host === undefined && hosts !== undefined ? propOf('ingress.hosts', hosts) : propOf('host', host);
}

/** Why an Ingress leads what it leads to where it does. */
export function ingressOrigins(own: WayIn): readonly Origin[] {
  const { ingress } = own.props;
  const options = ingress === false ? undefined : ingress;
  const host = hostSource(own.props);
  return [
    {
      field: 'spec.rules',
      sources: [...pathSources(own), ...(host.kind === 'prop' ? [host] : [])],
      why: 'requests for these paths lead to the port on which their consumer answers',
    },
    {
      field: 'spec.ingressClassName',
      sources: [propOf('ingress.ingressClassName', options?.ingressClassName)],
      why: 'the controller that is to take the Ingress',
    },
    { field: 'spec.tls', sources: [propOf('ingress.tls', options?.tls), host], why: 'the certificate and its hosts' },
    {
      field: 'metadata.annotations',
      sources: [propOf('ingress', ingress)],
      why: 'the options, as the controller reads them',
    },
  ];
}

/** Why the routes of a Gateway lead what they lead to where they do. */
export function gatewayOrigins(own: WayIn): readonly Origin[] {
  const gateway = propOf('gateway', own.props.gateway);
  return [
    { field: 'spec.parentRefs', sources: [gateway], why: 'the Gateway that the routes belong to' },
    { field: 'spec.hostnames', sources: [hostSource(own.props)], why: 'the hosts that it answers for' },
    {
      field: 'spec.rules',
      sources: [...pathSources(own), gateway],
      why: 'requests for these paths lead to the port on which their consumer answers',
    },
  ];
}
