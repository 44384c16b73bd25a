export { ControllerExposure } from './controller-exposure';
export type { ControllerPorts, LoadBalancerOptions } from './controller-exposure';
export { HaproxyController } from './haproxy-controller';
export { HaproxyIngressController } from './haproxy-ingress-controller';
export { ControllerLogLevel } from './haproxy-ingress-controller-props';
export type {
  ControllerMetrics,
  ControllerNetworkPolicy,
  ControllerTimeouts,
  HaproxyIngressControllerProps,
  NamespacedName,
  TcpService,
} from './haproxy-ingress-controller-props';
