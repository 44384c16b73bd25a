export { decodeLikeJava } from './charsets';
export { decodeInteger, isPort, parseBoolean, parseInteger, parseLong } from './java-values';
export { type JvmOption, jvmOptionsOf, jvmSize, lastOption } from './jvm-options';
export { type JavaProperty, readProperties, valueOffsets } from './read-properties';
