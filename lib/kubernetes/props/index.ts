export type { InterlokAutoscaling, InterlokLoad } from './autoscaling';
export { collide } from './check-environment';
export { DEFAULT_CPU_REQUEST_MILLIS } from './check-pod';
export { checkProps } from './check-props';
export { ingressOptions } from './ingress-options';
export { type CustomImageOptions, InterlokImage } from './interlok-image';
export type { InterlokDrain, InterlokProps, InterlokResources, SecretFile } from './interlok-props';
export { DEFAULT_REPLICAS, mostReplicas } from './replicas';
export { Variable, VariableSource } from './variable';
