import { at, containersOf, isJson, jsonAt, listAt, nameOf, podOf, walk, type Json } from './json';

/**
 * Pod Security Standards, levels baseline and restricted, rule by rule.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
interface Rule {
  readonly id: string;
  /** What in the pod breaks the rule; empty when nothing does. */
  readonly violations: (pod: Json) => string[];
}

const VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
];
const SYSCTLS = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_syncookies',
];
const SELINUX_TYPES = [undefined, '', 'container_t', 'container_init_t', 'container_kvm_t'];
const APPARMOR = /^(runtime\/default|localhost\/.*)?$/;

/** One rule over the value of a security context field of the pod and of each container. */
function everywhere(id: string, path: string, wrong: (value: unknown) => boolean): Rule {
  return {
    id,
    violations: (pod) => [
      ...(wrong(at(pod, `spec.securityContext.${path}`)) ? [`pod: ${path}`] : []),
      ...inContainers(pod, (context) => wrong(at(context, path)), path),
    ],
  };
}

/** One rule over the security context of each container. */
function inContainers(pod: Json, wrong: (context: Json) => boolean, what: string): string[] {
  return containersOf(pod)
    .filter(({ container }) => wrong(jsonAt(container, 'securityContext')))
    .map(({ path }) => `${path}: ${what}`);
}

const contained = (id: string, wrong: (context: Json) => boolean, what: string): Rule => ({
  id,
  violations: (pod) => inContainers(pod, wrong, what),
});

const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** A field that every container sets itself or takes from the pod. */
function inherited(id: string, path: string, right: (value: unknown) => boolean): Rule {
  return {
    id,
    violations: (pod) => {
      const ofPod = at(pod, `spec.securityContext.${path}`);
      const wrong = (context: Json): boolean => !right(at(context, path) ?? ofPod);
      return inContainers(pod, wrong, `${path} is not set as required, neither here nor on the pod`);
    },
  };
}

const isSeccompProfile = (value: unknown): boolean => value === 'RuntimeDefault' || value === 'Localhost';

export const BASELINE: readonly Rule[] = [
  everywhere('host-process', 'windowsOptions.hostProcess', (value) => value === true),
  {
    id: 'host-namespaces',
    violations: (pod) => ['hostNetwork', 'hostPID', 'hostIPC'].filter((f) => at(pod, `spec.${f}`) === true),
  },
  contained('privileged', (context) => context['privileged'] === true, 'privileged'),
  {
    id: 'host-path',
    violations: (pod) =>
      listAt(pod, 'spec.volumes')
        .filter((v) => 'hostPath' in v)
        .map((v) => `volume '${String(v['name'])}'`),
  },
  {
    id: 'host-ports',
    violations: (pod) =>
      containersOf(pod)
        .filter(({ container }) => listAt(container, 'ports').some((port) => (port['hostPort'] ?? 0) !== 0))
        .map(({ path }) => `${path}: hostPort`),
  },
  {
    id: 'app-armor',
    violations: (pod) =>
      Object.entries(jsonAt(pod, 'metadata.annotations'))
        .filter(
          ([key, v]) => key.startsWith('container.apparmor.security.beta.kubernetes.io/') && !APPARMOR.test(String(v)),
        )
        .map(([key]) => key),
  },
  everywhere('app-armor-profile', 'appArmorProfile.type', (value) => value === 'Unconfined'),
  everywhere('selinux-type', 'seLinuxOptions.type', (value) => !SELINUX_TYPES.includes(value as string | undefined)),
  everywhere('selinux-user', 'seLinuxOptions.user', Boolean),
  everywhere('selinux-role', 'seLinuxOptions.role', Boolean),
  contained('proc-mount', (context) => !['Default', undefined].includes(context['procMount'] as string), 'procMount'),
  everywhere('seccomp-unconfined', 'seccompProfile.type', (value) => value !== undefined && !isSeccompProfile(value)),
  {
    id: 'sysctls',
    violations: (pod) =>
      listAt(pod, 'spec.securityContext.sysctls')
        .map((s) => String(s['name']))
        .filter((name) => !SYSCTLS.includes(name)),
  },
  {
    // Kubernetes 1.34 and later.
    id: 'probe-host',
    violations: (pod) => {
      const found: string[] = [];
      walk(at(pod, 'spec'), (value, path) => {
        if (/\/(httpGet|tcpSocket)$/.test(path) && isJson(value) && (value['host'] ?? '') !== '')
          found.push(`${path}/host`);
      });
      return found;
    },
  },
];

export const RESTRICTED: readonly Rule[] = [
  {
    id: 'volume-types',
    violations: (pod) =>
      listAt(pod, 'spec.volumes')
        .filter((volume) => !Object.keys(volume).every((key) => key === 'name' || VOLUMES.includes(key)))
        .map((volume) => `volume '${String(volume['name'])}'`),
  },
  contained(
    'privilege-escalation',
    (context) => context['allowPrivilegeEscalation'] !== false,
    'allowPrivilegeEscalation is not false',
  ),
  inherited('run-as-non-root', 'runAsNonRoot', (value) => value === true),
  everywhere('run-as-non-root-unset', 'runAsNonRoot', (value) => value === false),
  everywhere('run-as-user', 'runAsUser', (value) => value === 0),
  inherited('seccomp', 'seccompProfile.type', isSeccompProfile),
  contained(
    'capabilities-drop',
    (context) => !texts(at(context, 'capabilities.drop')).includes('ALL'),
    'capabilities.drop without ALL',
  ),
  contained(
    'capabilities-add',
    (context) => texts(at(context, 'capabilities.add')).some((name) => name !== 'NET_BIND_SERVICE'),
    'capabilities.add',
  ),
];

/**
 * What keeps the pods of a set of objects out of a namespace that enforces `restricted`, as `Kind name: [rule] where`.
 * Empty when all pods are admitted.
 */
export function restrictedViolations(objects: readonly object[]): string[] {
  return objects.filter(isJson).flatMap((object) => {
    const pod = podOf(object);
    if (!pod) return [];
    return [...BASELINE, ...RESTRICTED].flatMap(({ id, violations }) =>
      violations(pod).map((where) => `${nameOf(object)}: [${id}] ${where}`),
    );
  });
}
