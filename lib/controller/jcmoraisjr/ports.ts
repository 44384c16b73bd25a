import type { NamedPort } from '../controller-description';

/** `/metrics` of HAProxy, open when the ConfigMap says so. */
export const HAPROXY_METRICS: NamedPort = { name: 'metrics', number: 9101 };
/** `/metrics`, `/healthz` and `/readyz` of the controller process. */
export const CONTROLLER: NamedPort = { name: 'controller', number: 10254 };
/** `/healthz` of HAProxy. */
export const HEALTHZ: NamedPort = { name: 'healthz', number: 10253 };
