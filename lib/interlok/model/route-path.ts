import type { Located } from '../../findings';
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

/** The path part of a text as `java.net.URI` reads it; undefined where that refuses it. */
function pathOfUri(text: string): string | undefined {
  if (/[\s"<>\\^`{|}]|%(?![0-9a-fA-F]{2})/.test(text)) return undefined;
  const hierarchical = /^(?:[a-zA-Z][a-zA-Z0-9+.-]*:(?=\/))?(?:\/\/[^/?#]*)?([^?#]*)/.exec(text);
  const path = hierarchical?.[1] ?? '';
  if (/^[a-zA-Z][a-zA-Z0-9+.-]*:/.test(path) && !path.startsWith('/')) return undefined;
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
