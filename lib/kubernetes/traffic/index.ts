export { ingressPath, isExpressible, overriddenPaths, routedPaths, samplePath } from './ingress-paths';
export { managementSites, withoutManagement } from './management-routes';
export { haproxyBackends } from './haproxy-backends';
export { type MetricsPort, metricsPort } from './metrics-port';
export { AdapterNetworkPolicy } from './network-policy';
export { consumerListeners, type ExposedPort, exposedPorts, isReachable } from './ports';
export type { RoutedPort } from './routed-ports';
export { addTraffic } from './traffic';
