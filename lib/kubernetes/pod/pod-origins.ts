import { jvmOptionsOf } from '../../interlok';
import { type Origin, place, propOf, type Source } from '../../origins';
import { MAIN_CONTAINER, Platform, processEnvironmentOf, Rollout, storageVolumes } from '../props';
import type { AdapterPodsProps } from './adapter-pods-props';
import { drainOrigins } from './drain';
import { heapFor, memoryLimit, saysHeap } from './java-memory';
import { probeOrigins } from './probes';
import { rolloutOf } from './rollout';

const POD = 'spec.template.spec';
const MAIN = `${POD}.containers[${MAIN_CONTAINER}]`;

/** Why the pods of an adapter are as they are; {@link AdapterPods} makes them so. */
export function podOrigins(own: AdapterPodsProps): readonly Origin[] {
  const { adapter, drain, props } = own;
  return [
    ...probeOrigins(adapter, MAIN),
    ...drainOrigins(adapter, drain, props, { pod: POD, container: MAIN }),
    ...replicaOrigins(own),
    ...imageOrigins(own),
    ...resourceOrigins(own),
    ...portOrigins(own),
    ...environmentOrigins(own),
    ...fileOrigins(own),
    ...podOptionOrigins(own),
  ];
}

function replicaOrigins({ adapter, props }: AdapterPodsProps): readonly Origin[] {
  const recreate = rolloutOf(adapter, props) === Rollout.RECREATE;
  const consumers = (adapter.fileUses ?? [])
    .filter(({ use }) => use === 'consumes')
    .map((use) => place(use, use.component));
  const ofOnePod = storageVolumes(props).some((volume) => volume.ofOnePod);
  const reason =
    recreate && props.rollout === undefined
      ? ofOnePod
        ? [propOf('storage', props.storage)]
        : [propOf('replicas', props.replicas), ...consumers]
      : [propOf('rollout', props.rollout)];
  const why = recreate
    ? 'the old pod goes before the new one comes, for two at once would be in each other’s way'
    : 'a new pod is ready before an old one goes';
  return [
    { field: 'spec.replicas', sources: [propOf('replicas', props.replicas)], why: 'how many pods run' },
    { field: 'spec.strategy', sources: reason, why },
    { field: 'spec.updateStrategy', sources: [propOf('rollout', props.rollout)], why },
    {
      field: 'spec.volumeClaimTemplates',
      sources: [propOf('storage', props.storage)],
      why: 'each pod has a disk of its own',
    },
    {
      field: 'spec.serviceName',
      sources: [propOf('storage', props.storage)],
      why: 'the pods of a StatefulSet have names in DNS by a Service without ports',
    },
  ];
}

function imageOrigins({ image, props }: AdapterPodsProps): readonly Origin[] {
  const sources = [propOf('image', props.image)];
  return [
    { field: `${MAIN}.image`, sources, why: 'the image with Interlok inside' },
    {
      field: `${MAIN}.imagePullPolicy`,
      sources: props.imagePullPolicy === undefined ? sources : [propOf('imagePullPolicy', props.imagePullPolicy)],
      why:
        props.imagePullPolicy !== undefined
          ? 'when nodes ask for the image'
          : image.floating
            ? 'the tag may name another image tomorrow'
            : 'the tag names the same image each time',
    },
    {
      field: `${POD}.imagePullSecrets`,
      sources: [propOf('imagePullSecretName', props.imagePullSecretName)],
      why: 'with them the registry lets the nodes in',
    },
  ];
}

/** The web UI decides over the memory where nobody says how much there is. */
function memorySources({ adapter, props }: AdapterPodsProps): readonly Source[] {
  const jetty = adapter.listeners.find(({ component }) => component === 'jetty');
  const ui = adapter.ui && props.resources?.memory === undefined && jetty !== undefined;
  return [propOf('resources.memory', props.resources?.memory), ...(ui ? [place(jetty, 'jetty, with the web UI')] : [])];
}

function resourceOrigins(own: AdapterPodsProps): readonly Origin[] {
  const { resources } = own.props;
  const both = (name: string, origin: Omit<Origin, 'field'>): Origin[] =>
    ['requests', 'limits'].map((kind) => ({ field: `${MAIN}.resources.${kind}.${name}`, ...origin }));
  return [
    ...both('memory', {
      sources: memorySources(own),
      why: 'requested and the limit, so that no pod is evicted for what another one takes',
    }),
    ...both('ephemeral-storage', {
      sources: [propOf('resources.ephemeralStorage', resources?.ephemeralStorage)],
      why: 'for temporary files and logs',
    }),
    {
      field: `${MAIN}.resources.requests.cpu`,
      sources: [propOf('resources.cpuRequest', resources?.cpuRequest)],
      why: 'the share that the pod gets when the node is busy',
    },
    {
      field: `${MAIN}.resources.limits.cpu`,
      sources: [propOf('resources.cpuLimit', resources?.cpuLimit)],
      why: 'more than that the pod never gets',
    },
  ];
}

function portOrigins({ adapter, ports, metricsPort }: AdapterPodsProps): readonly Origin[] {
  const named = ports.map(({ name, listener }): Origin => ({
    field: `${MAIN}.ports[${name}]`,
    sources: [place(listener, `${listener.component} ${listener.port}`)],
    why: 'the adapter listens on it',
  }));
  const metrics = adapter.listeners.filter(({ port }) => port === metricsPort?.number);
  const low = adapter.listeners.filter(({ port }) => port < 1024);
  return [
    ...named,
    {
      field: `${MAIN}.ports[metrics]`,
      sources: [{ kind: 'prop', prop: 'metrics' }, ...metrics.map((listener) => place(listener, 'jetty'))],
      why: 'Prometheus reads the metrics of the adapter there',
    },
    ...(low.length === 0
      ? []
      : [
          {
            field: `${POD}.securityContext.sysctls`,
            sources: low.map((listener) => place(listener, String(listener.port))),
            why: 'only with it may a user who is not root open a port below 1024',
          },
        ]),
  ];
}

function environmentOrigins(own: AdapterPodsProps): readonly Origin[] {
  const { env = {}, envFrom, timeZone, jvmOptions, trustStore, platform } = own.props;
  const limit = memoryLimit(own.adapter, own.props.resources).toMebibytes();
  const ownHeap = saysHeap(jvmOptionsOf(processEnvironmentOf(own.props)));
  const given = Object.entries({ jvmOptions, trustStore, platform }).filter(([, value]) => value !== undefined);
  return [
    {
      field: `${MAIN}.env[JVM_ARGS]`,
      sources: [
        ...(ownHeap ? [] : memorySources(own)),
        ...(ownHeap && jvmOptions === undefined ? [propOf('env', env)] : []),
        ...given.map(([name, value]) => propOf(name, value)),
      ],
      why: ownHeap
        ? 'a JVM that is out of memory ends; the size of the heap is given'
        : `a heap of ${heapFor(limit)} of ${limit} MiB: a quarter, and at least 256 MiB, is left to the JVM itself`,
    },
    { field: `${MAIN}.env[TZ]`, sources: [propOf('timeZone', timeZone)], why: 'the time zone of the adapter' },
    {
      field: `${MAIN}.env[TRUST_STORE_PASSWORD]`,
      sources: [propOf('trustStore', trustStore)],
      why: 'the password comes from a Secret',
    },
    ...Object.keys(env).map((name): Origin => ({
      field: `${MAIN}.env[${name}]`,
      sources: [{ kind: 'prop', prop: `env.${name}` }],
      why: 'a variable of the process',
    })),
    {
      field: `${MAIN}.envFrom`,
      sources: [propOf('envFrom', envFrom)],
      why: 'each key is a variable of the process',
    },
  ];
}

function fileOrigins({ props, adapter }: AdapterPodsProps): readonly Origin[] {
  const volume = (name: string, sources: readonly Source[], why: string): Origin[] => [
    { field: `${POD}.volumes[${name}]`, sources, why },
    { field: `${MAIN}.volumeMounts[${name}]`, sources, why },
  ];
  const secrets = props.secretFiles ?? [];
  const jetty = adapter.listeners.find(({ component }) => component === 'jetty');
  return [
    ...volume(
      'config',
      [propOf('config', props.config), ...(secrets.length === 0 ? [] : [propOf('secretFiles', secrets)])],
      'the configuration, where Interlok looks for it',
    ),
    ...secrets.flatMap((_, index) =>
      volume(`file-${index}`, [{ kind: 'prop', prop: `secretFiles[${index}]` }], 'a file from a Secret'),
    ),
    ...volume('files', [propOf('files', props.files)], 'further files, each at its own place'),
    ...volume('trust-store', [propOf('trustStore', props.trustStore)], 'the authorities that the adapter trusts'),
    ...(jetty === undefined ? [] : volume('ui-resources', [place(jetty, 'jetty')], 'the web UI writes there')),
    ...storageVolumes(props).flatMap(({ volumeName }, index) =>
      volume(volumeName, [{ kind: 'prop', prop: `storage[${index}]` }], 'files that outlive the pods'),
    ),
  ];
}

/** What the pod is given as it is. */
function podOptionOrigins({ props }: AdapterPodsProps): readonly Origin[] {
  const { pod = {}, platform, sidecars = [], initContainers = [] } = props;
  const fields: Readonly<Record<string, readonly [string, unknown]>> = {
    nodeSelector: ['nodeSelector', pod.nodeSelector],
    tolerations: ['tolerations', pod.tolerations],
    runtimeClassName: ['runtimeClassName', pod.runtimeClassName],
    dnsPolicy: ['dns.policy', pod.dns?.policy],
    dnsConfig: ['dns', pod.dns],
    hostAliases: ['hostAliases', pod.hostAliases],
    topologySpreadConstraints: ['topologySpread', pod.topologySpread],
    serviceAccountName: ['serviceAccountName', pod.serviceAccountName],
  };
  const other = (list: string, names: readonly string[], prop: string): readonly Origin[] =>
    names.map((name, index) => ({
      field: `${POD}.${list}[${name}]`,
      sources: [{ kind: 'prop', prop: `${prop}[${index}]` }],
      why: list === 'containers' ? 'it runs beside Interlok' : 'it starts before Interlok',
    }));
  const identity = [propOf('platform', platform)];
  const why =
    platform === Platform.OPENSHIFT
      ? 'OpenShift gives each namespace its own user'
      : 'a user that is not root, of no node';
  return [
    ...Object.entries(fields)
      .filter(([, [name, value]]) => name !== 'serviceAccountName' || value !== undefined)
      .map(([field, [name, value]]): Origin => ({
        field: `${POD}.${field}`,
        sources: [propOf(`pod.${name}`, value)],
        why: value === undefined ? 'nothing else is said' : 'as the prop says',
      })),
    {
      field: `${POD}.priorityClassName`,
      sources: [propOf('priorityClassName', props.priorityClassName)],
      why: 'as the prop says',
    },
    ...Object.keys(pod.labels ?? {}).map((name): Origin => ({
      field: `spec.template.metadata.labels['${name}']`,
      sources: [propOf('pod.labels', pod.labels)],
      why: 'a label of the pods alone',
    })),
    ...Object.keys(pod.annotations ?? {}).map((name): Origin => ({
      field: `spec.template.metadata.annotations['${name}']`,
      sources: [propOf('pod.annotations', pod.annotations)],
      why: 'an annotation of the pods alone',
    })),
    ...other(
      'containers',
      sidecars.map(({ name }) => name),
      'sidecars',
    ),
    ...other(
      'initContainers',
      sidecars.map(({ name }) => name),
      'sidecars',
    ),
    ...other(
      'initContainers',
      initContainers.map(({ name }) => name),
      'initContainers',
    ),
    ...['runAsUser', 'runAsGroup'].flatMap((field) =>
      [MAIN, POD].map((of): Origin => ({ field: `${of}.securityContext.${field}`, sources: identity, why })),
    ),
    { field: `${POD}.securityContext.fsGroup`, sources: identity, why },
  ];
}
