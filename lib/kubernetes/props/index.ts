export { collide } from './check-environment';
export { DEFAULT_CPU_REQUEST_MILLIS } from './check-pod';
export { checkProps } from './check-props';
export { ingressOptions } from './ingress-options';
export { type CustomImageOptions, InterlokImage } from './interlok-image';
export {
  DEFAULT_REPLICAS,
  type InterlokDrain,
  type InterlokProps,
  type InterlokResources,
  type SecretFile,
} from './interlok-props';
export { Variable, VariableSource } from './variable';
