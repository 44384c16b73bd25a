import type { Located } from '../../findings';
import type { BootstrapProperties } from '../files';
import { jvmOptionsOf } from '../java';
import { hasUnknown } from '../variables';
import type { XmlElement } from '../xml';
import type { ConnectsOut, LogFile } from './adapter';

/** What {@link processConnectionsOut} looks at beside the adapter. */
export interface ProcessSources {
  readonly bootstrap: BootstrapProperties;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The root of log4j2.xml. @default - there is none, or it is malformed */
  readonly logging?: XmlElement;
}

/**
 * What of the process connects to other systems, whatever the adapter does: agents of the JVM, appenders of the log,
 * files of the configuration that are fetched from elsewhere, addresses in options and variables.
 */
export function processConnectionsOut({ bootstrap, environment, logging }: ProcessSources): readonly ConnectsOut[] {
  const at: Located = { file: bootstrap.properties.file };
  return [
    ...jvmOptionsOf(environment).flatMap(({ text }) => ofOption(text, at)),
    ...Object.entries(environment).flatMap(([name, value]) => ofVariable(name, value, at)),
    ...bootstrap.properties.entries.flatMap((entry): readonly ConnectsOut[] =>
      FETCHED.test(entry.key) && isElsewhere(entry.value)
        ? [{ ...entry.valueAt, component: entry.key, because: `is fetched from ${entry.value.trim()}` }]
        : [],
    ),
    ...appendersOf(logging).flatMap((appender): readonly ConnectsOut[] =>
      isLocal(appender)
        ? []
        : [{ ...appender.at, component: appender.name, because: 'sends the log to another system' }],
    ),
  ];
}

/** Keys of bootstrap.properties whose value is the place of a file. */
const FETCHED = /^(adapterConfigUrl(\.\d+)?|loggingConfigUrl|webServerConfigUrl|.*\.properties\.url(\.\d+)?)$/i;

/** Agents that listen to debuggers or write files. */
const QUIET_AGENT = /^-agentlib:(jdwp|hprof)\b/;

function ofOption(text: string, at: Located): readonly ConnectsOut[] {
  if (/^-(javaagent|agentpath|agentlib):/.test(text) && !QUIET_AGENT.test(text))
    return [{ ...at, component: text.split('=')[0] ?? text, because: 'is an agent that may call out' }];
  const [name = '', ...value] = text.split('=');
  if (!name.startsWith('-D')) return [];
  return isElsewhere(value.join('=')) || /proxyHost$/i.test(name)
    ? [{ ...at, component: name, because: 'names another system' }]
    : [];
}

/** Variables that make agents and libraries send what they observe, whatever their value is. */
const TELEMETRY = /^(OTEL_EXPORTER_|ELASTIC_APM_|DD_|NEW_RELIC_|SPLUNK_|APPLICATIONINSIGHTS_)/;

function ofVariable(name: string, value: string | undefined, at: Located): readonly ConnectsOut[] {
  if (['JAVA_TOOL_OPTIONS', 'JDK_JAVA_OPTIONS', 'JVM_ARGS', 'JAVA_OPTS', '_JAVA_OPTIONS'].includes(name)) return [];
  return TELEMETRY.test(name) || isElsewhere(value ?? '')
    ? [{ ...at, component: name, because: 'is a variable that names another system' }]
    : [];
}

/** Whether a value is a URL of another host, or one that is known at run time alone. */
function isElsewhere(value: string): boolean {
  const host = /^\s*(?!file:|classpath:|jar:)(?:[a-z][a-z0-9+.-]*:)+\/\/([^/\s]*)/i.exec(value)?.[1];
  if (host === undefined || host === '') return false;
  return hasUnknown(host) || !/^(?:[^@]*@)?(localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])(:\d*)?$/i.test(host);
}

/** Appenders of log4j2 that stay in the pod: streams, files, and those that hand on to others. */
const LOCAL: ReadonlySet<string> = new Set([
  ...['console', 'file', 'randomaccessfile', 'memorymappedfile', 'rollingfile', 'rollingrandomaccessfile'],
  ...['async', 'rewrite', 'routing', 'failover', 'null', 'list', 'outputstream', 'writer', 'countingnoop'],
  ...['scriptappenderselector', 'appenderset'],
]);

function isLocal(appender: XmlElement): boolean {
  const type = appender.name.toLowerCase() === 'appender' ? appender.attributes.get('type') : appender.name;
  return LOCAL.has((type ?? '').toLowerCase());
}

/** The appenders of a log4j2.xml, in either of its forms. */
export function appendersOf(configuration: XmlElement | undefined): readonly XmlElement[] {
  const lists = configuration?.children.filter(({ name }) => name.toLowerCase() === 'appenders') ?? [];
  return lists.flatMap(({ children }) => children);
}

/** The files that appenders write. A path with a lookup other than a property of the file itself is left out. */
export function logFilesOf(configuration: XmlElement | undefined): readonly LogFile[] {
  const own = new Map(
    (configuration?.children.filter(({ name }) => name.toLowerCase() === 'properties') ?? [])
      .flatMap(({ children }) => children)
      .map((property) => [
        property.attributes.get('name') ?? '',
        property.attributes.get('value') ?? property.text.trim(),
      ]),
  );
  return appendersOf(configuration).flatMap((appender): readonly LogFile[] => {
    const written = appender.attributes.get('fileName') ?? appender.attributes.get('filePattern');
    const path = written?.replace(/\$\{([^}:]+)\}/g, (all, name: string) => own.get(name) ?? all);
    return path === undefined || path === '' || path.includes('$') ? [] : [{ ...appender.at, path }];
  });
}
