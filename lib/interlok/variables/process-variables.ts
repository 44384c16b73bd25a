import type { Variables } from './variable-values';

/** Variables that every pod of the image has; their values are known only there. */
const everyPod = [
  'HOME',
  'HOSTNAME',
  'JAVA_HOME',
  'KUBERNETES_PORT',
  'KUBERNETES_SERVICE_HOST',
  'KUBERNETES_SERVICE_PORT',
  'KUBERNETES_SERVICE_PORT_HTTPS',
  'PATH',
  'PWD',
] as const;

/**
 * System properties that the JVM of one image or another has; their values are known only there. `user.country` is there with
 * a locale alone, `native.encoding` since Java 17.
 * @see https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/lang/System.html#getProperties()
 */
const everyJvm = [
  'file.encoding',
  'java.class.path',
  'java.class.version',
  'java.home',
  'java.library.path',
  'java.runtime.name',
  'java.runtime.version',
  'java.specification.name',
  'java.specification.vendor',
  'java.specification.version',
  'java.vendor',
  'java.vendor.url',
  'java.vendor.url.bug',
  'java.vendor.version',
  'java.version',
  'java.version.date',
  'java.vm.compressedOopsMode',
  'java.vm.info',
  'java.vm.name',
  'java.vm.specification.name',
  'java.vm.specification.vendor',
  'java.vm.specification.version',
  'java.vm.vendor',
  'java.vm.version',
  'jdk.debug',
  'line.separator',
  'native.encoding',
  'os.arch',
  'os.version',
  'sun.arch.data.model',
  'sun.boot.library.path',
  'sun.cpu.endian',
  'sun.io.unicode.encoding',
  'sun.java.command',
  'sun.java.launcher',
  'sun.jnu.encoding',
  'sun.management.compiler',
  'user.country',
  'user.home',
  'user.language',
  'user.name',
  'user.timezone',
] as const;

/** System properties whose values the image and the platform fix. */
const fixed: Readonly<Record<string, string>> = {
  'file.separator': '/',
  'java.io.tmpdir': '/tmp',
  'os.name': 'Linux',
  'path.separator': ':',
  'user.dir': '/opt/interlok',
};

/** Environment variables of the process. `undefined` as a value: it will be there, its value is not known. */
export function processEnvironment(given: Readonly<Record<string, string | undefined>> = {}): Variables {
  return new Map<string, string | undefined>([
    ...everyPod.map((name) => [name, undefined] as const),
    ...Object.entries(given),
  ]);
}

/** System properties of the process: the JVM's own, and those that are set. */
export function processSystemProperties(set: ReadonlyMap<string, string>): Variables {
  return new Map<string, string | undefined>([
    ...everyJvm.map((name) => [name, undefined] as const),
    ...Object.entries(fixed),
    ...set,
  ]);
}
