export { AdapterIngress } from './ingress';
export { ingressPath, isExpressible, overriddenPaths, routedPaths, samplePath } from './ingress-paths';
export { ingressSettings } from './ingress-settings';
export { managementSites, withoutManagement } from './management-routes';
export { AdapterNetworkPolicy } from './network-policy';
export { consumerListeners, type ExposedPort, exposedPorts, isReachable } from './ports';
export type { RoutedPort } from './routed-ports';
export { AdapterService } from './service';
