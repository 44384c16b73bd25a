import type { XmlElement } from '../xml';
import type { LogFile } from './adapter';

/** Appenders of log4j2 that stay in the pod: streams, files, and those that hand on to others. */
const LOCAL: ReadonlySet<string> = new Set([
  ...['console', 'file', 'randomaccessfile', 'memorymappedfile', 'rollingfile', 'rollingrandomaccessfile'],
  ...['async', 'rewrite', 'routing', 'failover', 'null', 'list', 'outputstream', 'writer', 'countingnoop'],
  ...['scriptappenderselector', 'appenderset'],
]);

/** Whether an appender of log4j2 stays in the pod. */
export function isLocalAppender(appender: XmlElement): boolean {
  const type = appender.name.toLowerCase() === 'appender' ? loggingSetting(appender, 'type') : appender.name;
  return LOCAL.has((type ?? '').toLowerCase());
}

/** The appenders of a configuration of log4j2, in either of its forms. */
export function appendersOf(configuration: XmlElement | undefined): readonly XmlElement[] {
  const lists = configuration?.children.filter(({ name }) => name.toLowerCase() === 'appenders') ?? [];
  return lists.flatMap(({ children }) => children);
}

/** A setting as log4j2 finds it: an attribute in any case, or an element of that name with a text. */
export function loggingSetting(element: XmlElement, name: string): string | undefined {
  const lower = name.toLowerCase();
  for (const [key, value] of element.attributes) if (key.toLowerCase() === lower) return value;
  return element.children
    .find((child) => child.children.length === 0 && child.name.toLowerCase() === lower)
    ?.text.trim();
}

/** The files that appenders write. A path with a lookup other than a property of the file itself is left out. */
export function logFilesOf(configuration: XmlElement | undefined): readonly LogFile[] {
  const own = new Map(
    (configuration?.children.filter(({ name }) => name.toLowerCase() === 'properties') ?? [])
      .flatMap(({ children }) => children)
      .map((property) => [
        loggingSetting(property, 'name') ?? '',
        loggingSetting(property, 'value') ?? property.text.trim(),
      ]),
  );
  return appendersOf(configuration).flatMap((appender): readonly LogFile[] => {
    const written = loggingSetting(appender, 'fileName') ?? loggingSetting(appender, 'filePattern');
    const path = written?.replace(/\$\{([^}:]+)\}/g, (all, name: string) => own.get(name) ?? all);
    return path === undefined || path === '' || path.includes('$') ? [] : [{ ...appender.at, path }];
  });
}
