export { addAutoscaler } from './autoscaler';
