import type { Located } from '../../findings';
import type { BootstrapProperties } from '../files';
import { jvmOptionsOf } from '../java';
import { hasUnknown } from '../variables';
import type { XmlElement } from '../xml';
import type { ConnectsOut } from './adapter';
import { appendersOf, isLocalAppender } from './logging';

/** What {@link processConnectionsOut} looks at beside the adapter. */
export interface ProcessSources {
  readonly bootstrap: BootstrapProperties;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The root of log4j2's configuration. @default - there is none, or it is malformed */
  readonly logging?: XmlElement;
  /** The file that configures log4j2, where it is not read here. @default - it is read, or there is none */
  readonly loggingElsewhere?: Located;
}

/**
 * What of the process connects to other systems, whatever the adapter does: agents of the JVM, appenders of the log,
 * files of the configuration that are fetched from elsewhere, addresses in options and variables.
 */
export function processConnectionsOut(sources: ProcessSources): readonly ConnectsOut[] {
  const { bootstrap, environment, logging, loggingElsewhere } = sources;
  const at: Located = { file: bootstrap.properties.file };
  return [
    ...jvmOptionsOf(environment).flatMap(({ text }) => ofOption(text, at)),
    ...Object.entries(environment).flatMap(([name, value]) => ofVariable(name, value, at)),
    ...bootstrap.properties.entries.flatMap((entry): readonly ConnectsOut[] =>
      FETCHED.test(entry.key) && isElsewhere(entry.value)
        ? [{ ...entry.valueAt, component: entry.key, because: `is fetched from ${entry.value.trim()}` }]
        : [],
    ),
    ...(loggingElsewhere === undefined
      ? []
      : [{ ...loggingElsewhere, component: 'log4j2', because: 'has a configuration that is not read here' }]),
    ...appendersOf(logging).flatMap((appender): readonly ConnectsOut[] =>
      isLocalAppender(appender)
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
