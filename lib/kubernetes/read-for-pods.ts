import { errorsAmong, type Finding } from '../findings';
import {
  type Adapter,
  type FlowReading,
  formatRelease,
  jvmOptionsOf,
  readConfiguration,
  readFlow,
  type ReadOptions,
} from '../interlok';
import { configMapContent, type ConfigMapContent, configMapFindings } from './configuration';
import {
  findExposedManagement,
  findJvmFiles,
  findJvmMemory,
  findLogFiles,
  findNoHttp,
  findRefusedOptions,
  metricsFindings,
  podFindings,
} from './rules';
import { withoutManagement } from './traffic';
import { drain, type Drain, heapFor, memoryLimit, writableDirectories } from './pod';
import {
  ingressOptions,
  type InterlokImage,
  type InterlokProps,
  metricsOf,
  mostReplicas,
  processEnvironmentOf,
  storageVolumes,
} from './props';

const DEFAULT_PRE_STOP_SECONDS = 15;

/** A configuration as pods will run it. */
export interface PodReading {
  readonly adapter: Adapter;
  /** @default - the image carries the configuration */
  readonly content?: ConfigMapContent;
  readonly drain: Drain;
  /** Whether the directory has a log4j2 configuration of its own. */
  readonly ownLogging: boolean;
  /** What Interlok would refuse, and what would fail in a pod. */
  readonly findings: readonly Finding[];
}

/** Reads the configuration directory for the pods that the props describe. */
export function readForPods(props: InterlokProps, image: InterlokImage): PodReading {
  return readAs(props, readOptions(props, image));
}

/** Reads what goes through the adapter, for its picture. */
export function readFlowForPods(props: InterlokProps, image: InterlokImage): FlowReading {
  return readFlow(props.config, readOptions(props, image));
}

/**
 * Everything that a chart with default props would find in a configuration, the limits of its ConfigMap included.
 *
 * @param config a configuration directory, or several that are laid over one another
 * @param options what differs from a chart without props
 */
export function findForPods(config: InterlokProps['config'], options: ReadOptions = {}): readonly Finding[] {
  return readAs({ config }, { instances: mostReplicas({}), ...options }).findings;
}

function readAs(props: InterlokProps, options: ReadOptions): PodReading {
  const configuration = readConfiguration(props.config, {
    writable: writableDirectories(props),
    lasting: storageVolumes(props).map(({ path, perPod }) => ({ path, shared: perPod !== true })),
    ...options,
  });
  const { adapter, files, findings } = configuration;
  const drainTimes = drain(adapter, {
    preStopSeconds: props.drain?.preStop?.toSeconds() ?? DEFAULT_PRE_STOP_SECONDS,
    gracePeriodSeconds: props.drain?.gracePeriod?.toSeconds(),
  });
  const offered = withoutManagement(adapter, props.managementRoutes ?? []);
  const ingress = ingressOptions(props);
  const jvmOptions = jvmOptionsOf(options.environment ?? {});
  const limit = memoryLimit(adapter, props.resources).toMebibytes();
  const writable = writableDirectories(props, adapter);
  const all = [
    ...findings,
    ...(errorsAmong(findings).length > 0 ? [] : findNoHttp(offered)),
    ...findJvmMemory(adapter, { options: jvmOptions, heap: heapFor(limit), limit }),
    ...findRefusedOptions(adapter, jvmOptions, options.stockImage !== false),
    ...findJvmFiles(adapter, jvmOptions, writable),
    ...findLogFiles(adapter, writable),
    ...podFindings(offered, drainTimes, { options: ingress, gateway: props.gateway !== undefined }),
    ...(ingress === undefined ? [] : findExposedManagement(adapter, offered, ingress, props.managementRoutes ?? [])),
    ...metricsFindings(adapter, metricsOf(props.metrics)),
  ];
  const ownLogging = !files.some((file) => file.path === 'log4j2.xml' && file.generated);
  if (options.bakedIn === true) return { adapter, drain: drainTimes, ownLogging, findings: all };
  const content = configMapContent(files);
  return {
    adapter,
    content,
    drain: drainTimes,
    ownLogging,
    findings: [...all, ...configMapFindings(configuration, content)],
  };
}

function readOptions(props: InterlokProps, image: InterlokImage): ReadOptions {
  return {
    release: formatRelease(image.release),
    components: image.components,
    stockImage: image.isStock,
    ...(image.modules === undefined ? {} : { modules: image.modules }),
    ui: image.ui,
    ...(image.ownComponents === undefined ? {} : { ownComponents: image.ownComponents }),
    environment: processEnvironmentOf(props),
    openEnvironment: (props.envFrom ?? []).length > 0,
    externalFiles: (props.secretFiles ?? []).map((file) => file.path),
    instances: mostReplicas(props),
    complete: props.completeConfiguration ?? true,
    bakedIn: image.configurationInside,
    ...(props.logging && { logging: props.logging }),
  };
}
