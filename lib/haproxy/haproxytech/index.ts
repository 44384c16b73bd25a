export { backendName } from './backend-name';
export { HaproxytechDialect } from './haproxytech-dialect';
