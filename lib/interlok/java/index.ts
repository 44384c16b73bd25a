export { decodeInteger, isPort, parseBoolean, parseInteger } from './java-values';
