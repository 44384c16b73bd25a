import { type Finding, finding } from '../../findings';
import type { Route } from '../../interlok';
import { methodsWithoutProbeMethod } from './rule-definitions';

/**
 * Whether a request of that method gets past the servlet of a route, whatever the workflow makes of it.
 * OPTIONS is answered with 200 by the servlet itself, without running the workflow.
 */
export function acceptsMethod(route: Pick<Route, 'methods'>, method: string): boolean {
  return method === 'OPTIONS' || (route.methods ?? [method]).includes(method);
}

/**
 * Finds the routes that would answer a probe with 405.
 *
 * @param probed the routes that a probe asks
 * @param method the method that the probe uses, upper case; a probe of the kubelet uses GET
 */
export function findMethodsWithoutProbeMethod(probed: readonly Route[], method: string): Finding[] {
  return probed
    .filter((route) => !acceptsMethod(route, method))
    .map((route) =>
      finding(methodsWithoutProbeMethod, route, {
        message: `a probe asks '${route.path}' with ${method}, but its consumer takes ${(route.methods ?? []).join(', ')} alone`,
        hint: `add ${method} to <methods>, or probe by TCP or through the health-check component`,
      }),
    );
}
