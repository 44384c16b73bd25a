export { decodeLikeJava } from './charsets';
export { decodeInteger, isPort, parseBoolean, parseInteger, parseLong } from './java-values';
export { type JavaProperty, readProperties, valueOffsets } from './read-properties';
