import type { IngressOptions } from '../../haproxy';
import type { InterlokProps } from './interlok-props';

/** The ingress options of the props, `host` among them; undefined when no Ingress is wanted. */
export function ingressOptions({ host, ingress }: InterlokProps): IngressOptions | undefined {
  if (ingress === false) return undefined;
  return { ...ingress, ...(host !== undefined && { hosts: [host] }) };
}
