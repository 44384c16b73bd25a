import { type Finding, finding } from '../../findings';
import type { Route } from '../../interlok';
import { ingressPath, isExpressible } from '../traffic';
import { ingressPathNotExpressible } from './rule-definitions';

/** Finds the routes that an Ingress can only approximate by a wider prefix. */
export function findInexpressiblePaths(routes: readonly Route[]): Finding[] {
  return routes
    .filter((route) => !isExpressible(route))
    .map((route) =>
      finding(ingressPathNotExpressible, route, {
        message: `no Ingress or HTTPRoute has a form for the path '${route.path}', so everything below '${ingressPath(route).path}' is routed`,
        hint: `use a path that starts with a slash and has no '//', '/./' and '/../', or silence '${ingressPathNotExpressible.id}'`,
      }),
    );
}
