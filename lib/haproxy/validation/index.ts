export { validateIngressOptions } from './validate-ingress-options';
