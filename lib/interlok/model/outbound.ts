import type { BootstrapProperties } from '../files';
import { componentName } from '../releases';
import type { XmlElement } from '../xml';
import { aliasOfName } from './class-names';

/**
 * Elements and classes that stay inside the process: the connections that only listen, what answers a request on them, and what
 * works on the message alone. Anything that is not here may open a connection to another system.
 */
const staysInside: ReadonlySet<string> = new Set([
  ...[
    'adapter',
    'channel-list',
    'channel',
    'workflow-list',
    'standard-workflow',
    'pooling-workflow',
    'pool-size',
    'min-idle',
  ],
  ...[
    'unique-id',
    'auto-start',
    'comments',
    'start-up-event-imp',
    'heartbeat-event-imp',
    'shared-components',
    'connections',
  ],
  ...['services', 'service-collection', 'service-list', 'null-service', 'stop-processing-service'],
  ...['consume-connection', 'produce-connection', 'connection', 'null-connection', 'shared-connection', 'lookup-name'],
  ...['jetty-http-connection', 'jetty-https-connection', 'jetty-embedded-connection', 'port', 'max-startup-wait'],
  ...[
    'server-connector-properties',
    'http-configuration',
    'ssl-properties',
    'key-value-pair',
    'key',
    'value',
    'unit',
    'interval',
  ],
  ...['secure-request-customizer-properties', 'consumer', 'jetty-message-consumer', 'path', 'methods', 'warn-after'],
  ...[
    'destination',
    'configured-consume-destination',
    'filter-expression',
    'configured-thread-name',
    'additional-debug',
  ],
  ...['parameter-handler', 'jetty-http-ignore-parameters', 'jetty-http-parameters-as-metadata', 'header-prefix'],
  ...['header-handler', 'jetty-http-headers-as-metadata', 'jetty-http-ignore-headers', 'parameter-prefix'],
  ...['producer', 'jetty-standard-response-producer', 'null-message-producer', 'null-message-consumer', 'send-payload'],
  ...[
    'status-provider',
    'http-metadata-status',
    'http-configured-status',
    'code-key',
    'default-status',
    'status',
    'text',
  ],
  ...[
    'response-header-provider',
    'jetty-metadata-response-headers',
    'jetty-no-response-headers',
    'filter',
    'flush-buffers',
  ],
  ...[
    'remove-all-metadata-filter',
    'no-op-metadata-filter',
    'regex-metadata-filter',
    'include-pattern',
    'exclude-pattern',
  ],
  ...[
    'content-type-provider',
    'http-raw-content-type-provider',
    'http-configured-content-type-provider',
    'content-type',
  ],
  ...['jetty-response-service', 'http-status', 'forward-connection-exception'],
  ...[
    'payload-from-template',
    'payload-from-metadata-service',
    'template',
    'quiet',
    'quote-replacement',
    'escape-backslash',
  ],
  ...['add-metadata-service', 'metadata-element', 'overwrite', 'log-message-service', 'log-prefix', 'log-level'],
  ...['interceptors', 'jetty-pooling-workflow-interceptor', 'jetty-async-workflow-interceptor', 'mode'],
  ...[
    'event-handler',
    'default-event-handler',
    'heartbeat-event-interval',
    'message-error-handler',
    'failed-message-retrier',
  ],
  ...[
    'no-retries',
    'message-error-digester',
    'standard-message-error-digester',
    'digest-max-size',
    'produce-exception-handler',
  ],
  ...['message-metrics-interceptor', 'in-flight-workflow-interceptor', 'timeslice-duration', 'timeslice-history-count'],
  ...['http-null-content-type-provider', 'log-handler', 'null-log-handler', 'send-events', 'log-payload'],
  ...['mime-type', 'metadata-key', 'metadata-tokens', 'logging-format', 'message-logger', 'include-metadata'],
  ...['message-logging-with-payload', 'message-logging-with-metadata', 'include-payload', 'include-events'],
  ...['standard-processing-exception-handler', 'processing-exception-service', 'exception-report-service'],
  ...['exception-serializer', 'exception-as-json', 'exception-as-json-with-stacktrace', 'standalone-producer'],
  ...['throw-exception-service', 'exception-generator', 'configured-exception', 'message'],
  ...['jetty-no-backlog-interceptor', 'null-produce-exception-handler', 'null-processing-exception-handler'],
]);

/** Management components that answer but never call. */
const answering: ReadonlySet<string> = new Set(['jmx', 'health-check', 'rest']);

/**
 * Whether the adapter may open connections to other systems. `none` only when every element is known to stay inside the process,
 * no pre-processor fetches anything, and no management component calls out. The web UI and a JMX server on a broker call out.
 */
export function outboundOf(
  root: XmlElement | undefined,
  bootstrap: BootstrapProperties,
  ui: boolean,
): 'none' | 'possible' {
  if (root === undefined || ui) return 'possible';
  const jmx = bootstrap.getIgnoringCase('jmxserviceurl')?.value.trim() ?? '';
  if (jmx !== '' && !/^service:jmx:jmxmp:/i.test(jmx)) return 'possible';
  const known = new Set(['variableSubstitution', 'varsub', 'environmentVariables', 'systemProperties']);
  if (bootstrap.preProcessors.some(({ name }) => !known.has(name))) return 'possible';
  const calls = ({ name }: { readonly name: string }): boolean =>
    componentName(name) !== 'jetty' && !answering.has(componentName(name));
  if (bootstrap.managementComponents.some(calls)) return 'possible';
  for (const element of root.descendants()) {
    const className = element.attributes.get('class');
    if (!staysInside.has(aliasOfName(element.name))) return 'possible';
    if (className !== undefined && !staysInside.has(aliasOfName(className))) return 'possible';
  }
  return 'none';
}
