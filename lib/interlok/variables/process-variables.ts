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

/** System properties that every JVM has; their values are known only there. */
const everyJvm = [
  'file.encoding',
  'java.class.path',
  'java.home',
  'java.vendor',
  'java.version',
  'os.arch',
  'os.version',
  'user.home',
  'user.language',
  'user.name',
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
