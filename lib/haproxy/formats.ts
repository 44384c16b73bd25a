import { isIPv4, isIPv6 } from 'node:net';

const LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const SUBDOMAIN = new RegExp(`^${LABEL}(\\.${LABEL})*$`);

/** A DNS-1123 subdomain: the name of most Kubernetes objects. */
export function isSubdomain(text: string): boolean {
  return text.length <= 253 && SUBDOMAIN.test(text);
}

/** A host of an Ingress: a DNS-1123 subdomain, or a wildcard for its first label; no IP address. */
export function isHost(text: string): boolean {
  return isSubdomain(text.startsWith('*.') ? text.slice(2) : text) && !isIPv4(text);
}

/** An IP address or a CIDR range. */
export function isRange(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const most = isIPv4(address) ? 32 : isIPv6(address) && !address.includes('%') ? 128 : -1;
  if (most < 0 || rest.length > 0) return false;
  return prefix === undefined || (/^(0|[1-9]\d{0,2})$/.test(prefix) && Number(prefix) <= most);
}

/** A token of HTTP (header name, cookie name) without the characters that HAProxy's configuration reads as its own. */
export function isPlainToken(text: string): boolean {
  return /^[A-Za-z0-9!*+._~-]+$/.test(text);
}

/** Printable text on one line: no control characters, hence nothing that could end a line of the configuration. */
export function isOneLine(text: string): boolean {
  return !/[\p{Cc}\u2028\u2029]/u.test(text);
}

/** What isPath accepts, for messages. */
export const PATH =
  "a path that begins with a slash, of letters, digits and -._~!*+,;=:@%, without '//', '/./' and '/../'";

/** An absolute path that an Ingress takes, of characters that HAProxy's configuration does not read as its own. */
export function isPath(text: string): boolean {
  return /^\/([A-Za-z0-9\-._~!*+,;=:@/]|%[0-9A-Fa-f]{2})*$/.test(text) && !/\/\/|\/\.{1,2}(\/|$)|%2f/i.test(text);
}

/** An origin as browsers send it: scheme, host and at most a port; an asterisk may be the first label of the host. */
export function isOrigin(text: string): boolean {
  const host = text.replace('://*.', '://any.');
  if (!URL.canParse(host) || host.includes('*')) return false;
  if (/^https?:/.test(host)) return new URL(host).origin === host;
  // Of an application or a browser's extension; to browsers, files and data have no origin.
  return /^(?!file:|data:|blob:)[a-z][a-z0-9+.-]*:\/\/[a-z0-9._-]+(:\d+)?$/.test(host);
}
