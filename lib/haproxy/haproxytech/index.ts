export { HaproxytechDialect } from './haproxytech-dialect';
