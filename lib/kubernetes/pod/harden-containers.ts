import type { PropProblem } from '../../errors';

/** A part of a manifest. */
type Json = Readonly<Record<string, unknown>>;

/** Fields of a container's security context that Pod Security `restricted` refuses, by what they must not be. */
const REFUSED: readonly (readonly [path: string, refused: (value: unknown) => boolean, expected: string])[] = [
  ['privileged', (value) => value === true, 'false'],
  ['allowPrivilegeEscalation', (value) => value === true, 'false'],
  ['runAsNonRoot', (value) => value === false, 'true: give the image a user that is not root, with runAsUser'],
  ['runAsUser', (value) => value === 0, 'a user that is not root, for example 10001'],
  ['procMount', (value) => value !== undefined && value !== 'Default', 'no procMount'],
  ['seccompProfile.type', (value) => value === 'Unconfined', 'RuntimeDefault or Localhost'],
  ['appArmorProfile.type', (value) => value === 'Unconfined', 'RuntimeDefault or Localhost'],
  ['seLinuxOptions.user', (value) => value !== undefined, 'no user'],
  ['seLinuxOptions.role', (value) => value !== undefined, 'no role'],
  ['windowsOptions.hostProcess', (value) => value === true, 'false'],
];

/** The types of volume that `restricted` admits. */
const VOLUME_TYPES: ReadonlySet<string> = new Set([
  ...[
    'configMap',
    'csi',
    'downwardAPI',
    'emptyDir',
    'ephemeral',
    'image',
    'persistentVolumeClaim',
    'projected',
    'secret',
  ],
]);

/**
 * Gives every container of a pod what the first one has of a security context, where it says nothing itself.
 * @param pod The pod's spec in a manifest
 */
export function hardenContainers(pod: Json): Json {
  const containers = listOf(pod, 'containers');
  const model = objectOf(containers[0], 'securityContext');
  const harden = (container: Json): Json => {
    const own = objectOf(container, 'securityContext');
    const capabilities = objectOf(own, 'capabilities');
    const drop = [...new Set([...textsOf(capabilities, 'drop'), 'ALL'])];
    const securityContext = inOrder({ ...model, ...own, capabilities: inOrder({ ...capabilities, drop }) });
    return inOrder({ ...container, securityContext });
  };
  const initContainers = listOf(pod, 'initContainers');
  return inOrder({
    ...pod,
    containers: containers.map((container, index) => (index === 0 ? container : harden(container))),
    ...(initContainers.length > 0 && { initContainers: initContainers.map(harden) }),
  });
}

/** An object with its keys in the order in which cdk8s writes them. */
export function inOrder(object: Json): Json {
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What of a pod a namespace that enforces Pod Security `restricted` would refuse, field by field. */
export function refusedByRestricted(pod: Json): PropProblem[] {
  return [
    ...['hostNetwork', 'hostPID', 'hostIPC'].flatMap((field): PropProblem[] =>
      pod[field] === true ? [{ field: `pod ${field}`, value: true, expected: `false${WHY}` }] : [],
    ),
    ...listOf(pod, 'volumes').flatMap((volume): PropProblem[] => {
      const type = Object.keys(volume).find((key) => key !== 'name' && !VOLUME_TYPES.has(key));
      const expected = `a volume of another type, such as emptyDir or persistentVolumeClaim${WHY}`;
      return type === undefined ? [] : [{ field: `volume '${String(volume['name'])}'`, value: type, expected }];
    }),
    ...['containers', 'initContainers'].flatMap((list) => listOf(pod, list).flatMap(refusedInContainer)),
  ];
}

const WHY = ': the namespace admits only pods that meet Pod Security restricted';

function refusedInContainer(container: Json): PropProblem[] {
  const name = `container '${String(container['name'])}'`;
  const context = objectOf(container, 'securityContext');
  const ofContext = REFUSED.flatMap(([path, refused, expected]): PropProblem[] => {
    const value = path.split('.').reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), context);
    return refused(value) ? [{ field: `${name} securityContext.${path}`, value, expected: `${expected}${WHY}` }] : [];
  });
  const added = textsOf(objectOf(context, 'capabilities'), 'add').filter((added) => added !== 'NET_BIND_SERVICE');
  return [
    ...ofContext,
    ...added.map((value) => ({
      field: `${name} securityContext.capabilities.add`,
      value,
      expected: `none but NET_BIND_SERVICE${WHY}`,
    })),
    ...listOf(container, 'ports').flatMap(({ hostPort }): PropProblem[] =>
      hostPort === undefined || hostPort === 0
        ? []
        : [{ field: `${name} ports hostPort`, value: hostPort, expected: `no port of the node${WHY}` }],
    ),
  ];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectOf(value: Json | undefined, key: string): Json {
  const found = value?.[key];
  return isObject(found) ? found : {};
}

function listOf(value: Json, key: string): readonly Json[] {
  const found = value[key];
  return Array.isArray(found) ? found.filter(isObject) : [];
}

function textsOf(value: Json, key: string): readonly string[] {
  const found = value[key];
  return Array.isArray(found) ? found.map(String) : [];
}
