/** Where the stock image has its configuration directory, below its working directory and from the root. */
const configDirectories = [['config'], ['opt', 'interlok', 'config']] as const;

/**
 * The path below the configuration directory that a URL names for Jetty or log4j2, which take more forms than Interlok does
 * for the adapter (see `targetOf`); for example `adapter.xml` for
 * `file://localhost/./config/adapter.xml`, `file:///opt/interlok/config/adapter.xml` and `config/adapter.xml`.
 *
 * @returns undefined when the URL names something outside of the configuration directory, or nothing on disk
 */
export function pathOfConfigUrl(url: string): string | undefined {
  const segments = fileSegments(url);
  for (const directory of configDirectories) {
    if (segments.length > directory.length && directory.every((name, i) => segments[i] === name))
      return segments.slice(directory.length).join('/');
  }
  return undefined;
}

/** Whether a URL is one of the local file system. */
export function isFileUrl(url: string): boolean {
  return !/^[a-zA-Z][a-zA-Z0-9+.-]+:/.test(url) || /^file:/i.test(url);
}

/** The path of a file URL, `.` and `..` resolved; empty for any other URL. */
function fileSegments(url: string): readonly string[] {
  const text = url.trim().replaceAll('\\', '/');
  if (!isFileUrl(text)) return [];
  const path = text.replace(/^file:(?:\/\/[^/]*)?/i, '');
  const segments: string[] = [];
  for (const segment of decoded(path).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
