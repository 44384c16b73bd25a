import { type ApiObject, Duration, JsonPatch, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { jvmOptionsOf } from '../../interlok';
import { PropsError } from '../../errors';
import { changeOutput, hardenPodTemplate, type Output, spreadOverHostsAndZones } from '../../objects';
import { configurationVolume, mountFurtherFiles, projectedVolumePatch, secretKey } from '../configuration';
import {
  DEFAULT_CPU_REQUEST_MILLIS,
  type InterlokImage,
  type InterlokProps,
  type InterlokResources,
  jvmArguments,
  literally,
  MAIN_CONTAINER,
  Platform,
  processEnvironmentOf,
  type SecretFile,
  Variable,
} from '../props';
import { because } from '../../origins';
import type { AdapterPodsProps } from './adapter-pods-props';
import { mountStorage } from './mount-storage';
import type { AdapterWorkload } from './workload';
import { finishContainers, furtherContainer, podIn, startingFirst } from './further-containers';
import { refusedByRestricted } from './harden-containers';
import { heapFor, memoryLimit, saysHeap } from './java-memory';
import { containerSecurityContext, podSecurityContext, scratchVolume } from './pod-hardening';
import { podOptionPatches } from './pod-options';
import { podOrigins } from './pod-origins';
import { probes } from './probes';
import { mountTrustStore, trustStoreOptions, trustStoreVariables } from './trust-store';

const BASE = '/opt/interlok';
const CONFIG = `${BASE}/config`;
/** Below, some container runtimes let only root open a port. */
const FIRST_UNPRIVILEGED_PORT = 1024;
/** Pods are left alone for this long after they became ready, so that a rollout does not outrun the load balancer. */
const MIN_READY = Duration.seconds(5);

/** What a workload says of the pods of an adapter, of whatever kind it is. */
export function podsOfWorkload({ name, labels, serviceAccount, drain, props }: AdapterPodsProps) {
  return {
    metadata: { name, labels },
    podMetadata: { labels },
    select: false,
    replicas: props.replicas,
    minReady: MIN_READY,
    serviceAccount,
    automountServiceAccountToken: false,
    securityContext: podSecurityContext(props.platform),
    terminationGracePeriod: Duration.seconds(drain.gracePeriodSeconds),
  } satisfies kplus.WorkloadProps & { replicas: number | undefined; minReady: Duration };
}

/** The pods that run the adapter, hardened for Pod Security `restricted`: what a workload of any kind is filled with. */
export class AdapterPods {
  /** Names of containers that connect to nothing, Interlok's own aside, for which its configuration speaks. */
  private readonly silent = new Set<string>([MAIN_CONTAINER]);

  public constructor(
    private readonly workload: AdapterWorkload,
    private readonly apiObject: ApiObject,
    own: AdapterPodsProps,
  ) {
    const { adapter, drain, image, props } = own;
    if (props.autoscaling !== undefined) workload.markHasAutoscaler(); // whoever scales owns `replicas`
    workload.select(kplus.LabelSelector.of({ labels: { ...own.selectorLabels } }));
    workload.scheduling.spread({ weight: 100, topology: kplus.Topology.HOSTNAME });
    workload.scheduling.spread({ weight: 50, topology: kplus.Topology.ZONE });

    const memory = memoryLimit(adapter, props.resources);
    const further = own.metricsPort === undefined || own.metricsPort.offered ? [] : [own.metricsPort];
    const container = workload.addContainer({
      name: MAIN_CONTAINER,
      image: image.name,
      imagePullPolicy: props.imagePullPolicy ?? pullPolicyOf(image),
      ports: [...own.ports, ...further].map(({ name, number }) => ({ name, number })),
      envVariables: variables(workload, memory, props),
      envFrom: (props.envFrom ?? []).map((source, index) => source.bind(workload, `env-from-${index}`)),
      ...probes(adapter),
      lifecycle: { preStop: kplus.Handler.fromCommand(['sleep', String(drain.preStopSeconds)]) },
      resources: resources(memory, props.resources),
      securityContext: containerSecurityContext(props.platform),
    });
    const files = props.secretFiles ?? [];
    if (own.configMap === undefined) mountFilesOverImage(workload, container, files);
    else {
      container.mount(CONFIG, configurationVolume(workload, own.configMap, own.items, files), { readOnly: true });
    }
    container.mount('/tmp', scratchVolume(workload, 'tmp', 256));
    container.mount(`${BASE}/logs`, scratchVolume(workload, 'logs', 256));
    if (adapter.ui) container.mount(`${BASE}/ui-resources`, scratchVolume(workload, 'ui-resources', 256));

    mountFurtherFiles(workload, container, own.furtherFiles, own);
    if (props.trustStore !== undefined) mountTrustStore(workload, container, props.trustStore);

    hardenPodTemplate(apiObject);
    spreadOverHostsAndZones(apiObject, { ...own.selectorLabels });
    apiObject.addJsonPatch(...optionalPatches(own, files), ...podOptionPatches(props.pod ?? {}));
    mountStorage(workload, apiObject, own);
    this.addFurtherContainers(props);
    because(apiObject, () => podOrigins(own));
  }

  /**
   * Whether a container beside Interlok may connect to other systems, as one that was added through cdk8s-plus may.
   * Known at the synth.
   */
  public get othersConnect(): boolean {
    return [...this.workload.containers, ...this.workload.initContainers].some(({ name }) => !this.silent.has(name));
  }

  private addFurtherContainers({ sidecars = [], initContainers = [] }: InterlokProps): void {
    const { workload } = this;
    for (const sidecar of sidecars) workload.addContainer(furtherContainer(sidecar));
    for (const container of initContainers) workload.addInitContainer(furtherContainer(container));
    for (const { name, connects } of [...sidecars, ...initContainers]) if (connects === false) this.silent.add(name);

    const first = startingFirst(sidecars);
    changeOutput(this.apiObject, (output) => this.checked(finishContainers(output, first)));
    // Before any chart of the app is written; what only patches add is found when this one is.
    const own = workload.volumes.length;
    const grown = (): boolean =>
      workload.containers.length + workload.initContainers.length > 1 || workload.volumes.length > own;
    workload.node.addValidation({
      validate: () => {
        if (grown()) this.apiObject.toJson();
        return [];
      },
    });
  }

  /** @throws PropsError - naming what a namespace that enforces Pod Security `restricted` would refuse */
  private checked(output: Output): Output {
    const problems = refusedByRestricted(podIn(output));
    if (problems.length > 0) throw new PropsError(`${this.apiObject.kind} '${this.workload.name}'`, problems);
    return output;
  }
}

function variables(scope: Construct, memory: Size, props: InterlokProps): Record<string, kplus.EnvValue> {
  const heap = saysHeap(jvmOptionsOf(processEnvironmentOf(props))) ? [] : [`-Xmx${heapFor(memory.toMebibytes())}m`];
  const jvmArgs = [
    ...heap,
    '-XX:+ExitOnOutOfMemoryError',
    // A user of no name has no home: Java takes `?` for it.
    ...(props.platform === Platform.OPENSHIFT ? ['-Duser.home=/tmp'] : []),
    ...(props.trustStore === undefined ? [] : trustStoreOptions(props.trustStore)),
    ...jvmArguments(props),
  ];
  const named: Record<string, kplus.EnvValue> = {
    ...(props.trustStore && trustStoreVariables(scope, props.trustStore)),
    ...(props.timeZone !== undefined && { TZ: kplus.EnvValue.fromValue(props.timeZone) }),
  };
  for (const [name, value] of Object.entries(props.env ?? {})) {
    if (typeof value === 'string') named[name] = kplus.EnvValue.fromValue(literally(value));
    else named[name] = value instanceof Variable ? value.bind(scope, `env-${name}`) : value;
  }
  // Last: Kubernetes replaces `$(NAME)` by the variables before it alone.
  return { ...named, JVM_ARGS: kplus.EnvValue.fromValue(jvmArgs.join(' ')) };
}

function optionalPatches(own: AdapterPodsProps, files: readonly SecretFile[]): JsonPatch[] {
  const pod = '/spec/template/spec';
  const patches: JsonPatch[] = [];
  if (own.configMap !== undefined && files.length > 0) {
    patches.push(projectedVolumePatch(`${pod}/volumes/0`, own.configMap, own.items, files));
  }
  if (own.adapter.listeners.some(({ port }) => port < FIRST_UNPRIVILEGED_PORT)) {
    // Safe under Pod Security since Kubernetes 1.22: in the pod's own network, any user may open any port.
    const sysctl = { name: 'net.ipv4.ip_unprivileged_port_start', value: '0' };
    patches.push(JsonPatch.add(`${pod}/securityContext/sysctls`, [sysctl]));
  }
  const { priorityClassName, imagePullSecretName } = own.props;
  if (priorityClassName !== undefined) patches.push(JsonPatch.add(`${pod}/priorityClassName`, priorityClassName));
  if (imagePullSecretName !== undefined) {
    patches.push(JsonPatch.add(`${pod}/imagePullSecrets`, [{ name: imagePullSecretName }]));
  }
  return patches;
}

/** With the configuration inside the image, a volume over its directory would hide it: each file is mounted on its own. */
function mountFilesOverImage(scope: Construct, container: kplus.Container, files: readonly SecretFile[]): void {
  files.forEach((file, index) => {
    const secret = kplus.Secret.fromSecretName(scope, `file-secret-${index}`, file.secretName);
    const volume = kplus.Volume.fromSecret(scope, `file-${index}`, secret, { name: `file-${index}` });
    container.mount(`${CONFIG}/${file.path}`, volume, { subPath: secretKey(file), readOnly: true });
  });
}

function resources(memory: Size, wanted: InterlokResources | undefined): kplus.ContainerResources {
  const storage = wanted?.ephemeralStorage ?? Size.gibibytes(1);
  return {
    cpu: { request: wanted?.cpuRequest ?? kplus.Cpu.millis(DEFAULT_CPU_REQUEST_MILLIS), limit: wanted?.cpuLimit },
    memory: { request: memory, limit: memory },
    ephemeralStorage: { request: storage, limit: storage },
  };
}

function pullPolicyOf({ floating }: InterlokImage): kplus.ImagePullPolicy {
  return floating ? kplus.ImagePullPolicy.ALWAYS : kplus.ImagePullPolicy.IF_NOT_PRESENT;
}
