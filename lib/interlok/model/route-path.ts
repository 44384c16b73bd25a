import type { Located } from '../../findings';
import { decodeLikeJava } from '../java';
import { hasUnknown } from '../variables';
import type { RouteMatch } from './adapter';

/** Why a path makes no route: Jetty refuses it, or its value is known only at run time. */
export type PathProblem = 'missing' | 'no-leading-slash' | 'not-a-uri' | 'unknown';

/** The path of a consumer as configured. */
export interface PathValue {
  /** As it is after substitution; empty when there is none. */
  readonly text: string;
  readonly at: Located;
  /** As it is registered, reduced to the path part of a URI. @default - it is refused, see `problem` */
  readonly path?: string;
  readonly match?: RouteMatch;
  readonly problem?: PathProblem;
}

/**
 * What the servlet container makes of a path.
 * @see Servlet specification 12.2, and adaptris/interlok:…/http/jetty/BasicJettyConsumer.java (`ensureIsPath`)
 */
export function readPath(text: string, at: Located): PathValue {
  if (hasUnknown(text)) return { text, at, problem: 'unknown' };
  const path = pathOfUri(text);
  if (path === undefined) return { text, at, problem: 'not-a-uri' };
  if (path === '') return { text, at, path: '/', match: 'exact' };
  if (path === '/' || path === '/*') return { text, at, path, match: 'all' };
  if (/^\*\.[^/]+$/.test(path)) return { text, at, path, match: 'extension' };
  if (!path.startsWith('/')) return { text, at, path, problem: 'no-leading-slash' };
  return { text, at, path, match: path.endsWith('/*') ? 'prefix' : 'exact' };
}

/** Scheme and authority, the path, a query and a fragment. A colon before the first slash would end a scheme. */
const uri =
  /^(?:[a-zA-Z][a-zA-Z0-9+.-]*:(?=\/)|(?![^/?#]*:))(?:\/\/(?=[^])[^/?#]*|(?!\/\/))([^?#[\]]*)(?:\?[^#]*)?(?:#[^#]*)?$/;

/**
 * The path part of a text as `java.net.URI` reads it; undefined where that refuses it. Bytes that are no UTF-8, `%E9` for
 * example, are the replacement character there, and no error.
 */
function pathOfUri(text: string): string | undefined {
  if (/[\s\p{Cc}"<>\\^`{|}]|%(?![0-9a-fA-F]{2})/u.test(text)) return undefined;
  return uri
    .exec(text)?.[1]
    ?.replace(/(?:%[0-9a-fA-F]{2})+/g, (bytes) => decodeLikeJava(Buffer.from(bytes.replaceAll('%', ''), 'hex')));
}
