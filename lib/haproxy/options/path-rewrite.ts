import { literalPattern } from '../quoting';

/** Changes the path that the pods see. */
export class PathRewrite {
  /**
   * Takes a leading part off: with `/api`, `/api/orders` becomes `/orders` and `/api` becomes `/`.
   */
  public static stripPrefix(prefix: string): PathRewrite {
    return new PathRewrite({ prefix }, `^${literalPattern(trimmed(prefix))}(/|$)(.*)$`, '/\\2');
  }

  /**
   * Exchanges a leading part: with `/api` and `/v2`, `/api/orders` becomes `/v2/orders` and `/api` becomes `/v2`.
   */
  public static replacePrefix(prefix: string, replacement: string): PathRewrite {
    if (replacement === '/') return PathRewrite.stripPrefix(prefix);
    const pattern = `^${literalPattern(trimmed(prefix))}(/.*)?$`;
    return new PathRewrite({ prefix, replacement }, pattern, `${trimmed(replacement)}\\1`);
  }

  /** Sends every request to one path. */
  public static to(path: string): PathRewrite {
    return new PathRewrite({ path }, '(.*)', path);
  }

  /**
   * Replaces what a regular expression matches, with groups as `\1`.
   * @param pattern a regular expression of HAProxy (PCRE2) without spaces
   * @param replacement the new path, without spaces
   */
  public static regex(pattern: string, replacement: string): PathRewrite {
    return new PathRewrite({ pattern, replacement }, pattern, replacement);
  }

  private constructor(
    /** What the user gave, for messages. */
    public readonly given: Readonly<Partial<Record<'prefix' | 'path' | 'pattern' | 'replacement', string>>>,
    /** The regular expression of HAProxy's `http-request replace-path`. */
    public readonly pattern: string,
    /** What replaces the match, with groups as `\1`. */
    public readonly replacement: string,
  ) {}

  /** The replacement as HAProxy's format, in which `%` begins a variable. */
  public get format(): string {
    return this.replacement.replaceAll('%', '%%');
  }
}

function trimmed(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path;
}
