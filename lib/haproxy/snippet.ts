/** The parts of a backend snippet, in the order in which they are written. */
const sections = ['retries', 'timeouts', 'servers', 'check', 'request', 'response', 'user'] as const;
export type SnippetSection = (typeof sections)[number];

/** The parameters that may be in the snippet's `default-server` line, in the order in which they are written. */
const parameters = ['maxconn', 'slowstart', 'rise', 'fall', 'sni', 'check-sni', 'verifyhost'] as const;
export type ServerParameter = (typeof parameters)[number];

/**
 * Composes the lines for HAProxy's `backend` section: the only place where they come together, so that their order
 * does not depend on that of the options. Controllers write them before the `server` lines, hence `default-server`
 * holds for all pods.
 */
export class Snippet {
  private readonly added = new Map<SnippetSection, string[]>();
  private readonly server = new Map<ServerParameter, string>();

  public add(section: SnippetSection, ...lines: readonly string[]): void {
    this.added.set(section, [...(this.added.get(section) ?? []), ...lines]);
  }

  /** Sets a parameter for all pods; all of them share one `default-server` line. */
  public setServer(parameter: ServerParameter, value: string | number): void {
    this.server.set(parameter, String(value));
  }

  public get lines(): readonly string[] {
    return sections.flatMap((section) => [
      ...(section === 'servers' ? this.defaultServer() : []),
      ...(this.added.get(section) ?? []),
    ]);
  }

  private defaultServer(): readonly string[] {
    const words = parameters.flatMap((parameter) => {
      const value = this.server.get(parameter);
      return value === undefined ? [] : [`${parameter} ${value}`];
    });
    return words.length === 0 ? [] : [`default-server ${words.join(' ')}`];
  }
}
