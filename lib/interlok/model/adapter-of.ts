import type { Located } from '../../findings';
import type { BootstrapProperties } from '../files';
import { compareReleases, javaVersion, type Release } from '../releases';
import type { XmlElement } from '../xml';
import type {
  Adapter,
  Channel,
  HealthCheck,
  Listener,
  ConnectsOut,
  FileUse,
  LogFile,
  MetricsEndpoint,
} from './adapter';
import type { ChannelSite } from './channels';
import type { Components } from './components';
import { listenerOf, type ListenerSite } from './listener-site';
import { connectionsOut } from './outbound';

/** What the model is made from. */
export interface AdapterParts {
  /** The adapter's file. */
  readonly at: Located;
  readonly root: XmlElement | undefined;
  readonly release: Release;
  readonly components: Components;
  readonly bootstrap: BootstrapProperties;
  /** @default - `operationTimeout` stands nowhere on disk */
  readonly operationTimeoutAt?: Located;
  readonly channels: readonly ChannelSite[];
  readonly listeners: readonly ListenerSite[];
  readonly ui: boolean;
  /** What of the process connects out beside the adapter. */
  readonly processOut: readonly ConnectsOut[];
  readonly logFiles: readonly LogFile[];
  readonly fileUses: readonly FileUse[];
}

/** The model of the adapter: complete, whatever could not be read. */
export function adapterOf(parts: AdapterParts): Adapter {
  const { at, root, release, bootstrap, channels, listeners, components, ui } = parts;
  const open = listeners.flatMap((site) => listenerOf(site) ?? []);
  const out = [...connectionsOut(root, components, bootstrap, ui), ...parts.processOut];
  const health = healthOf(bootstrap, release, open);
  const metrics = metricsOf(bootstrap, open);
  return {
    ...(root === undefined ? at : root.at),
    id: root?.childText('unique-id') ?? '',
    release,
    javaVersion: javaVersion(release),
    channels: channels.map((channel) => channelOf(channel, components)),
    listeners: open,
    managementComponents: bootstrap.managementComponents.map(({ name }) => name),
    operationTimeoutMillis: bootstrap.operationTimeoutMillis,
    ...(parts.operationTimeoutAt === undefined ? {} : { operationTimeoutAt: parts.operationTimeoutAt }),
    ...(health === undefined ? {} : { health }),
    ...(metrics === undefined ? {} : { metrics }),
    outbound: out.length === 0 ? 'none' : 'possible',
    connectsOut: out,
    ...(parts.logFiles.length === 0 ? {} : { logFiles: parts.logFiles }),
    ...(parts.fileUses.length === 0 ? {} : { fileUses: parts.fileUses }),
    ui,
  };
}

function channelOf({ element, id, autoStart, workflows }: ChannelSite, components: Components): Channel {
  return {
    ...element.at,
    ...(id === undefined ? {} : { id }),
    autoStart,
    workflows: workflows.map(({ element: workflow, id: workflowId, type, concurrency, consumer }) => ({
      ...workflow.at,
      ...(workflowId === undefined ? {} : { id: workflowId }),
      type,
      ...(concurrency === undefined ? {} : { concurrency }),
      ...(consumer === undefined ? {} : { consumer: components.typeOf(consumer) }),
    })),
  };
}

/**
 * The probe paths of the health-check component, since 3.10.2.
 * @see adaptris/interlok-workflow-rest-services:README.md
 */
function healthOf(
  bootstrap: BootstrapProperties,
  release: Release,
  listeners: readonly Listener[],
): HealthCheck | undefined {
  const jetty = listeners.find(({ component }) => component === 'jetty');
  if (jetty === undefined || !bootstrap.hasComponent('health-check')) return undefined;
  if (compareReleases(release, { major: 3, minor: 10, patch: 2 }) < 0) return undefined;
  const path = bootstrap.get('rest.health-check.path')?.value.trim() ?? '';
  const base = (path === '' ? '/workflow-health-check/*' : path).replace(/\/?\*?$/, '');
  return { port: jetty.port, alivePath: `${base}/alive`, readyPath: `${base}/ready` };
}

/**
 * The path of the component's servlet, which nothing changes.
 * @see adaptris/interlok-workflow-rest-services:interlok-rest-provider-prometheus/src/main/java/com/adaptris/rest/metrics/prometheus/PrometheusEndpointComponent.java
 */
function metricsOf(bootstrap: BootstrapProperties, listeners: readonly Listener[]): MetricsEndpoint | undefined {
  const jetty = listeners.find(({ component, protocol }) => component === 'jetty' && protocol === 'http');
  if (jetty === undefined || !bootstrap.hasComponent('metrics-provider-prometheus')) return undefined;
  return { port: jetty.port, path: '/prometheus/metrics' };
}
