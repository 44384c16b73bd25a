export { ControllerExposure, type ControllerPorts, type LoadBalancerOptions } from './controller-exposure';
export {
  ControllerLogLevel,
  type ControllerMetrics,
  type ControllerNetworkPolicy,
  type ControllerPodMonitor,
  type ControllerTimeouts,
  type NamespacedName,
  type TcpService,
} from './controller-options';
export { HaproxyController } from './haproxy-controller';
export { HaproxyIngressController } from './haproxy-ingress-controller';
export type { HaproxyIngressControllerProps } from './haproxy-ingress-controller-props';
