import type { Ingress, Wanted } from './cluster-objects';

/** A path that leads to a Service. */
export interface Route {
  readonly host?: string;
  readonly path: string;
  readonly exact: boolean;
  readonly namespace: string;
  readonly service: string;
  readonly port: number;
}

/** The routes of the controller's class: rules with a host first, longer paths before shorter ones. */
export function routesOf({ ingressClass, ingresses }: Wanted): Route[] {
  const own = ingresses.filter(({ spec }) => spec.ingressClassName === ingressClass);
  return own.flatMap(routesOfIngress).sort((a, b) => {
    if ((a.host === undefined) !== (b.host === undefined)) return a.host === undefined ? 1 : -1;
    return b.path.length - a.path.length || Number(b.exact) - Number(a.exact);
  });
}

/** One route of each backend. */
export function backendsOf(wanted: Wanted): Map<string, Route> {
  return new Map(routesOf(wanted).map((route) => [backendName(route), route]));
}

export function backendName({ namespace, service, port }: Route): string {
  return `${namespace}_svc_${service}_${port}`;
}

/** Addresses of the pods behind a route that are ready. */
export function addressesOf({ namespace, service }: Route, { endpointSlices }: Wanted): string[] {
  const slices = endpointSlices.filter(
    ({ metadata }) => metadata.namespace === namespace && metadata.labels?.['kubernetes.io/service-name'] === service,
  );
  const ready = slices.flatMap((slice) =>
    (slice.endpoints ?? []).filter(({ conditions }) => conditions?.ready === true),
  );
  return [...new Set(ready.flatMap(({ addresses }) => addresses))].sort();
}

function routesOfIngress({ metadata, spec }: Ingress): Route[] {
  return (spec.rules ?? []).flatMap(({ host, http }) =>
    (http?.paths ?? []).flatMap(({ path = '/', pathType, backend }) => {
      const { service } = backend;
      if (service?.port.number === undefined) return [];
      return [
        {
          ...(host === undefined ? {} : { host }),
          path,
          exact: pathType === 'Exact',
          namespace: metadata.namespace ?? 'default',
          service: service.name,
          port: service.port.number,
        },
      ];
    }),
  );
}
