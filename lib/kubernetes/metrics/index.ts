export { addMetrics } from './metrics';
