import type { XmlElement } from '../xml';

/**
 * Aliases of the components that the model must know, by fully qualified class name.
 *
 * @see adaptris/interlok:interlok-core/src/main/java/com/adaptris/core (`@XStreamAlias`) at 3.9.3, 4.9.5 and 5.0.3
 */
const aliases: ReadonlyMap<string, string> = new Map([
  ['com.adaptris.core.Adapter', 'adapter'],
  ['com.adaptris.core.Channel', 'channel'],
  ['com.adaptris.core.ChannelList', 'channel-list'],
  ['com.adaptris.core.WorkflowList', 'workflow-list'],
  ['com.adaptris.core.SharedComponentList', 'shared-components'],
  ['com.adaptris.core.SharedConnection', 'shared-connection'],
  ['com.adaptris.core.SharedService', 'shared-service'],
  ['com.adaptris.core.NullConnection', 'null-connection'],
  ['com.adaptris.core.NullMessageConsumer', 'null-message-consumer'],
  ['com.adaptris.core.NullMessageProducer', 'null-message-producer'],
  ['com.adaptris.core.StandardWorkflow', 'standard-workflow'],
  ['com.adaptris.core.PoolingWorkflow', 'pooling-workflow'],
  ['com.adaptris.core.MultiProducerWorkflow', 'multi-producer-workflow'],
  ['com.adaptris.core.StandaloneConsumer', 'standalone-consumer'],
  ['com.adaptris.core.StandaloneProducer', 'standalone-producer'],
  ['com.adaptris.core.ServiceList', 'service-list'],
  ['com.adaptris.core.PollingTrigger', 'polling-trigger'],
  ['com.adaptris.core.DefaultFailedMessageRetrier', 'default-failed-message-retrier'],
  ['com.adaptris.core.NoRetries', 'no-retries'],
  ['com.adaptris.core.ConfiguredConsumeDestination', 'configured-consume-destination'],
  ['com.adaptris.core.ConfiguredProduceDestination', 'configured-produce-destination'],
  ['com.adaptris.core.StandardProcessingExceptionHandler', 'standard-processing-exception-handler'],
  ['com.adaptris.core.RetryMessageErrorHandler', 'retry-message-error-handler'],
  ['com.adaptris.core.fs.FsConsumer', 'fs-consumer'],
  ['com.adaptris.core.fs.FsProducer', 'fs-producer'],
  ['com.adaptris.core.fs.NonDeletingFsConsumer', 'non-deleting-fs-consumer'],
  ['com.adaptris.core.http.jetty.HttpConnection', 'jetty-http-connection'],
  ['com.adaptris.core.http.jetty.HttpsConnection', 'jetty-https-connection'],
  ['com.adaptris.core.http.jetty.EmbeddedConnection', 'jetty-embedded-connection'],
  ['com.adaptris.core.http.jetty.JettyMessageConsumer', 'jetty-message-consumer'],
  ['com.adaptris.core.http.jetty.MessageConsumer', 'jetty-message-consumer'],
  ['com.adaptris.core.http.jetty.StandardResponseProducer', 'jetty-standard-response-producer'],
  ['com.adaptris.core.http.jetty.JettyPoolingWorkflowInterceptor', 'jetty-pooling-workflow-interceptor'],
  ['com.adaptris.core.http.jetty.JettyAsyncWorkflowInterceptor', 'jetty-async-workflow-interceptor'],
  ['com.adaptris.core.http.jetty.JettyNoBacklogInterceptor', 'jetty-no-backlog-interceptor'],
  ['com.adaptris.core.http.jetty.JettyResponseService', 'jetty-response-service'],
  ['com.adaptris.core.http.jetty.retry.RetryFromJetty', 'retry-via-jetty'],
  ['com.adaptris.core.services.metadata.PayloadFromTemplateService', 'payload-from-template'],
  ['com.adaptris.core.services.metadata.PayloadFromMetadataService', 'payload-from-metadata-service'],
  ['com.adaptris.core.services.metadata.AddMetadataService', 'add-metadata-service'],
]);

/** The alias of a class: the name itself unless it is a fully qualified one that is known. */
export function aliasOfName(name: string): string {
  return aliases.get(name) ?? name;
}

/**
 * What an element is: the alias that its `class` attribute names, else its own name; fully qualified names become aliases.
 * Configuration written by 3.x with `beautifyXStreamOutput` has no `class` attributes: the alias is the element's name.
 */
export function aliasOf(element: XmlElement): string {
  return aliasOfName(element.attributes.get('class') ?? element.name);
}
