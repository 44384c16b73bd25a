import type { Located } from '../../findings';
import type { XmlElement } from '../xml';
import type { ChannelSite, WorkflowSite } from './channels';
import type { Components } from './components';
import type { ConnectionOfConsumer } from './connections';
import { type PathValue, readPath } from './route-path';

export type { PathProblem, PathValue } from './route-path';

const RETRIER = '~core.http.jetty.retry.RetryFromJetty';

/** An HTTP consumer, or an endpoint of `retry-via-jetty`, with the connection that it is on. */
export interface ConsumerSite {
  /** The consumer, or the retrier. */
  readonly element: XmlElement;
  readonly alias: string;
  /** The connection, shared ones resolved. @default - none is found; `retry-via-jetty` has an embedded one of its own then */
  readonly connection?: XmlElement;
  /** True when it is on the management Jetty. */
  readonly embedded: boolean;
  readonly channel?: ChannelSite;
  readonly workflow?: WorkflowSite;
  /** False in a channel that does not start. */
  readonly opens: boolean;
  readonly path: PathValue;
  /** Upper case. @default - every method */
  readonly methods?: readonly string[];
  /** Where the methods stand. @default - they stand nowhere */
  readonly methodsAt?: Located;
}

/** Whether an element is a consumer that answers HTTP requests: it has a path, or says that it belongs on such a connection. */
export function isHttpConsumer(element: XmlElement, components: Components): boolean {
  const known = components.classOf(element);
  if (known?.kind !== 'consumer') return false;
  return known.route !== undefined || known.recommended.some(({ listen }) => listen?.proto === 'http');
}

/** Every HTTP consumer in the document, in document order, and the endpoints of `retry-via-jetty`. */
export function readConsumers(
  root: XmlElement,
  channels: readonly ChannelSite[],
  connectionOf: ConnectionOfConsumer,
  components: Components,
): readonly ConsumerSite[] {
  const byElement = new Map(channels.map((channel) => [channel.element, channel]));
  const workflows = new Map(
    channels.flatMap((channel) => channel.workflows.map((site) => [site.element, site] as const)),
  );
  const sites: ConsumerSite[] = [];
  for (const element of root.descendants()) {
    if (isHttpConsumer(element, components)) {
      const [channel, workflow] = enclosing(element, byElement, workflows);
      sites.push(readConsumer(element, connectionOf(element), channel, workflow, components));
    } else if (components.isA(element, RETRIER)) sites.push(...retryEndpoints(element, connectionOf, components));
  }
  return sites;
}

function enclosing(
  element: XmlElement,
  channels: ReadonlyMap<XmlElement, ChannelSite>,
  workflows: ReadonlyMap<XmlElement, WorkflowSite>,
): readonly [ChannelSite | undefined, WorkflowSite | undefined] {
  let channel: ChannelSite | undefined;
  let workflow: WorkflowSite | undefined;
  for (const ancestor of element.ancestors()) {
    channel ??= channels.get(ancestor);
    workflow ??= workflows.get(ancestor);
  }
  return [channel, workflow?.consumer === element ? workflow : undefined];
}

function usesManagementJetty(connection: XmlElement, components: Components): boolean {
  return components.classOf(connection)?.listen?.via === 'managementComponents:jetty';
}

function readConsumer(
  element: XmlElement,
  connection: XmlElement | undefined,
  channel: ChannelSite | undefined,
  workflow: WorkflowSite | undefined,
  components: Components,
): ConsumerSite {
  const { path, methods } = pathAndMethods(element, components);
  const names = methods?.text
    .split(',')
    .map((method) => method.trim().toUpperCase())
    .filter((method) => method !== '');
  return {
    element,
    alias: components.typeOf(element),
    ...(connection === undefined ? {} : { connection }),
    embedded: connection !== undefined && usesManagementJetty(connection, components),
    ...(channel === undefined ? {} : { channel }),
    ...(workflow === undefined ? {} : { workflow }),
    opens: channel?.autoStart ?? true,
    path: path === undefined ? { text: '', at: element.at, problem: 'missing' } : readPath(path.text, path.textAt),
    ...(names === undefined || names.length === 0 ? {} : { methods: [...new Set(names)] }),
    ...(methods === undefined ? {} : { methodsAt: methods.textAt }),
  };
}

interface PathAndMethods {
  readonly path: XmlElement | undefined;
  readonly methods: XmlElement | undefined;
}

/**
 * `<path>` and `<methods>` since 3.11, a `<destination>` before; in 3.11 and 3.12 the destination wins where both are there. The form
 * that a release does not know is read when there is no other, so that the model stays complete beside the error.
 * @see adaptris/interlok commits 2d9dc46c7 (3.11.0) and d35c679b9 (4.0.0)
 */
function pathAndMethods(consumer: XmlElement, components: Components): PathAndMethods {
  const destination =
    consumer.child('destination') ?? consumer.children.find(({ name }) => name === 'configured-consume-destination');
  const old = { path: destination?.child('destination'), methods: destination?.child('filter-expression') };
  const present = { path: consumer.child('path'), methods: consumer.child('methods') };
  if (destination === undefined) return present;
  const isGone = components.classOf(consumer)?.field('destination') === undefined;
  return present.path !== undefined && isGone ? present : old;
}

/**
 * The three endpoints of `retry-via-jetty`, on its own connection or the management Jetty.
 * @see adaptris/interlok:interlok-core/src/main/java/com/adaptris/core/http/jetty/retry/RetryFromJetty.java@5.0.3
 */
function retryEndpoints(
  element: XmlElement,
  connectionOf: ConnectionOfConsumer,
  components: Components,
): readonly ConsumerSite[] {
  const known = components.classOf(element);
  const own =
    element.child('connection') ?? element.children.find((child) => components.isA(child, '~core.AdaptrisConnection'));
  const connection = own === undefined ? undefined : connectionOf(own);
  const embedded = own === undefined || (connection !== undefined && usesManagementJetty(connection, components));
  const setting = (name: string): readonly [string, Located] => {
    const child = element.child(name);
    const isSet = child !== undefined && child.text.trim() !== '';
    return isSet ? [child.text, child.textAt] : [known?.field(name)?.default ?? '', element.at];
  };
  const endpoint = ([text, at]: readonly [string, Located], suffix: string, method: string): ConsumerSite => ({
    element,
    alias: components.typeOf(element),
    ...(connection === undefined ? {} : { connection }),
    embedded,
    opens: true,
    path: readPath(`${text}${suffix}`, at),
    methods: [method.toUpperCase()],
  });
  return [
    endpoint(setting('retry-endpoint-prefix'), '*', setting('retry-http-method')[0]),
    endpoint(setting('reporting-endpoint'), '', 'GET'),
    endpoint(setting('delete-endpoint-prefix'), '*', setting('delete-http-method')[0]),
  ];
}
