import { posix } from 'node:path';

/** The parts of a URL, as Interlok's URLString has them from javax.mail's URLName. */
interface UrlParts {
  readonly protocol?: string;
  readonly host?: string;
  /** Behind the slash that ends the host: `file:///opt/x` has the file `opt/x`. */
  readonly file?: string;
}

/** Where a URL leads in a pod. */
export type UrlTarget =
  /** A path below the configuration directory. */
  | { readonly kind: 'config'; readonly path: string; readonly host?: string }
  /** An absolute path elsewhere, and the text that it was made from. */
  | { readonly kind: 'file'; readonly path: string; readonly file: string; readonly host?: string }
  | { readonly kind: 'remote'; readonly protocol: string; readonly host: string }
  /** The JVM knows no such protocol. */
  | { readonly kind: 'unknown-protocol'; readonly protocol: string }
  | { readonly kind: 'nothing' };

const workingDirectory = '/opt/interlok';
const configDirectory = `${workingDirectory}/config/`;

/**
 * Where a URL in bootstrap.properties leads: of the adapter, or of a variables file. Its file is relative to the working directory
 * unless it begins with a slash of its own, and nothing in it is decoded.
 *
 * @see adaptris/interlok:interlok-core/src/main/java/com/adaptris/util/{URLString,URLHelper}.java, and javax.mail.URLName
 */
export function targetOf(url: string): UrlTarget {
  const { protocol, host, file } = protocolIsFile(url) ? fileOfJavaUrl(url) : partsOf(url);
  if (protocol !== undefined && protocol !== 'file') {
    if (!/^(?:https?|ftp|jar)$/i.test(protocol)) return { kind: 'unknown-protocol', protocol };
    return { kind: 'remote', protocol, host: host ?? '' };
  }
  if (file === undefined || file === '') return { kind: 'nothing' };
  const path = posix.resolve(workingDirectory, file);
  const at = host === undefined ? {} : { host };
  return path.startsWith(configDirectory)
    ? { kind: 'config', path: path.slice(configDirectory.length), ...at }
    : { kind: 'file', path, file, ...at };
}

/** The path below the configuration directory that the class path has for a URL that leads to no file. */
export function onClassPath(target: UrlTarget): string | undefined {
  if (target.kind !== 'file' || target.file.startsWith('/')) return undefined;
  const path = posix.normalize(target.file);
  return path.startsWith('../') ? undefined : path;
}

/** Whether a host is this machine to Java; it asks any other by FTP. */
export function isThisHost(host: string | undefined): boolean {
  return host === undefined || host === '' || host === '~' || host.toLowerCase() === 'localhost';
}

/** `file` in other letters, of which Interlok leaves the whole to `java.net.URL`. */
function protocolIsFile(url: string): boolean {
  return /^file:/i.test(url) && !url.startsWith('file:');
}

function fileOfJavaUrl(url: string): UrlParts {
  const rest = url.slice('file:'.length);
  const match = /^\/\/([^/]*)(.*)$/s.exec(rest);
  return match === null
    ? { protocol: 'file', file: rest }
    : { protocol: 'file', host: match[1] ?? '', file: match[2] ?? '' };
}

function partsOf(url: string): UrlParts {
  const colon = url.indexOf(':');
  const protocol = colon === -1 ? {} : { protocol: url.slice(0, colon) };
  const rest = url.slice(colon + 1);
  if (!rest.startsWith('//')) return { ...protocol, ...(rest === '' ? {} : { file: withoutReference(rest) }) };
  const slash = rest.indexOf('/', 2);
  const authority = slash === -1 ? rest.slice(2) : rest.slice(2, slash);
  const host = authority.slice(authority.indexOf('@') + 1).replace(/:[^\]:]*$/, '');
  return { ...protocol, host, ...(slash === -1 ? {} : { file: withoutReference(rest.slice(slash + 1)) }) };
}

function withoutReference(file: string): string {
  return file.split('#', 1)[0] ?? '';
}
