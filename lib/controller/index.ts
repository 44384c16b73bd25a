export { ControllerExposure } from './controller-exposure';
export type { ControllerPorts, LoadBalancerOptions } from './controller-exposure';
export { HaproxyController } from './haproxy-controller';
export { HaproxyIngressController } from './haproxy-ingress-controller';
export { ControllerLogLevel } from './controller-options';
export type {
  ControllerMetrics,
  ControllerNetworkPolicy,
  ControllerTimeouts,
  NamespacedName,
  TcpService,
} from './controller-options';
export type { HaproxyIngressControllerProps } from './haproxy-ingress-controller-props';
